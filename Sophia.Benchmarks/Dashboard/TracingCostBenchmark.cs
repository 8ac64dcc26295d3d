using System.Globalization;
using Sophia.Benchmarks.Stack;
using Sophia.LocalHost.Processes;

namespace Sophia.Benchmarks.Dashboard;

/// <summary>
/// What traces or all telemetry costs: throughput of <c>GET /api/v1/dashboard/metrics</c>, answered from the cache, and the processor time that the
/// API spends on each request. Two processes of the API stand beside one stack with its dashboard, one that records and sends
/// as always and one that does not, and are asked in turns, so that a machine that becomes slower does so for both.
/// </summary>
internal static class TracingCostBenchmark
{
    private const string Instance = "tracing-cost";
    private const int Connections = 32;

    // What is promised: at least this share of the throughput without.
    private const double LeastShare = 0.95;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(6);
    private static readonly string[] s_settings =
        ["LocalHost:Dashboard=true", "Sandbox:LivingInterval=off", "Sandbox:RateLimits=off", "Sandbox:Deals=1000", "Sandbox:Calls=100", "Sandbox:Transcripts=10"];

    /// <param name="arguments">
    /// Rounds (16), seconds of load in each turn (3), and what the other process does without: <c>traces</c>, or <c>telemetry</c>,
    /// which is traces, metrics and logs.
    /// </param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var rounds = arguments is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 16;
        var duration = TimeSpan.FromSeconds(arguments is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : 3);
        var what = arguments is [_, _, "telemetry", ..] ? "telemetry" : "traces";
        LocalStack.Delete(Instance);
        List<Turn> with = [], without = [];
        await using (var host = await LocalStack.StartAsync(Instance, s_settings, cancellationToken))
        {
            await host.WaitUntilReadyAsync(cancellationToken);
            using (var api = new HttpClient { BaseAddress = host.AddressOf("api") })
            {
                await LocalStack.ReadUntilLoadedAsync(api, cancellationToken);
            }

            await host.SetReplicasAsync("api", 1, cancellationToken);
            var row = (await host.ReadResourcesAsync(cancellationToken)).First(static row => row is { ReplicaOf: "api", Pid: not null } or { Name: "api", Pid: not null });
            var original = ProcessTree.TreesOf([row.Pid!.Value])[row.Pid.Value].Processes[^1];
            await using var recording = await ApiCopy.StartAsync(original, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
            await using var silent = await ApiCopy.StartAsync(original, new Dictionary<string, string>(StringComparer.Ordinal) { [what == "traces" ? "OTEL_TRACES_SAMPLER" : "OTEL_SDK_DISABLED"] = what == "traces" ? "always_off" : "true" }, cancellationToken);
            await MeasureAsync(recording, s_warmUp, cancellationToken);
            await MeasureAsync(silent, s_warmUp, cancellationToken);
            for (var round = 1; round <= rounds; round++)
            {
                // Who begins has the advantage or the disadvantage of the machine's mood in every other round.
                if (round % 2 == 0)
                {
                    with.Add(await MeasureAsync(recording, duration, cancellationToken));
                    without.Add(await MeasureAsync(silent, duration, cancellationToken));
                }
                else
                {
                    without.Add(await MeasureAsync(silent, duration, cancellationToken));
                    with.Add(await MeasureAsync(recording, duration, cancellationToken));
                }

                Console.WriteLine(Invariant($"round {round}: with {what} {with[^1]}, without {without[^1]}"));
            }
        }

        LocalStack.Delete(Instance);
        var share = Median(with, static turn => turn.PerSecond) / Median(without, static turn => turn.PerSecond);
        var more = Median(with, static turn => turn.Processor) / Median(without, static turn => turn.Processor);
        Console.WriteLine(Invariant($"median of requests a second: {Median(with, static turn => turn.PerSecond):0} with, {Median(without, static turn => turn.PerSecond):0} without; {what} costs {1 - share:P1} (promised: at most {1 - LeastShare:P0})"));
        Console.WriteLine(Invariant($"median of the API's processor time: {Median(with, static turn => turn.Processor):0.0} µs a request with, {Median(without, static turn => turn.Processor):0.0} µs without; {what} adds {more - 1:P1}"));
        return share >= LeastShare ? 0 : 1;
    }

    private static async Task<Turn> MeasureAsync(ApiCopy api, TimeSpan duration, CancellationToken cancellationToken)
    {
        var path = MetricsEndpointBenchmark.CachedPath(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var before = api.ProcessorTime;
        var answered = await HttpLoad.RunAsync(api.Address, Connections, duration, () => path, cancellationToken);
        return new Turn(answered.Count / duration.TotalSeconds, (api.ProcessorTime - before).TotalMicroseconds / answered.Count);
    }

    private static double Median(List<Turn> turns, Func<Turn, double> figure)
    {
        var sorted = turns.Select(figure).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="PerSecond">Requests a second.</param>
    /// <param name="Processor">The API's processor time for each, in microseconds.</param>
    private sealed record Turn(double PerSecond, double Processor)
    {
        public override string ToString() => Invariant($"{PerSecond:0}/s, {Processor:0.0} µs");
    }
}
