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
    /// which is traces, metrics and logs, or <c>nothing</c>, which tells how far two equal processes are apart.
    /// </param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var rounds = arguments is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 16;
        var duration = TimeSpan.FromSeconds(arguments is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : 3);
        var what = arguments is [_, _, var third, ..] ? third : "traces";
        Dictionary<string, string> withoutIt = what switch
        {
            "traces" => new(StringComparer.Ordinal) { ["OTEL_TRACES_SAMPLER"] = "always_off" },
            "telemetry" => new(StringComparer.Ordinal) { ["OTEL_SDK_DISABLED"] = "true" },
            "nothing" => [],
            _ => throw new ArgumentException($"'{what}' is nothing that can be left out; there are traces, telemetry and nothing.", nameof(arguments)),
        };
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
            await using var silent = await ApiCopy.StartAsync(original, withoutIt, cancellationToken);
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
        // By round, since a machine that is slower for a minute is so for both.
        var throughput = Ratios.Of(with.Zip(without, static (with, without) => with.PerSecond / without.PerSecond));
        var processor = Ratios.Of(with.Zip(without, static (with, without) => with.Processor / without.Processor));
        Console.WriteLine(Invariant($"requests a second, with {what} to without, by round: {throughput}; {what} costs {1 - throughput.Median:P1} (promised: at most {1 - LeastShare:P0})"));
        Console.WriteLine(Invariant($"the API's processor time a request, with {what} to without, by round: {processor}; {what} adds {processor.Median - 1:P1}"));
        return throughput.Median >= LeastShare ? 0 : 1;
    }

    private static async Task<Turn> MeasureAsync(ApiCopy api, TimeSpan duration, CancellationToken cancellationToken)
    {
        var path = MetricsEndpointBenchmark.CachedPath(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var before = api.ProcessorTime;
        var answered = await HttpLoad.RunAsync(api.Address, Connections, duration, () => path, cancellationToken);
        return new Turn(answered.Count / duration.TotalSeconds, (api.ProcessorTime - before).TotalMicroseconds / answered.Count);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The middle of the rounds' ratios, and between which two of them the true one lies with 95 %.</summary>
    private sealed record Ratios(double Low, double Median, double High)
    {
        // Which ranks enclose the true median: the normal approximation of the sign test.
        public static Ratios Of(IEnumerable<double> rounds)
        {
            var sorted = rounds.Order().ToArray();
            var reach = 0.98 * Math.Sqrt(sorted.Length);
            var low = Math.Max(0, (int)Math.Floor((sorted.Length / 2.0) - reach));
            return new(sorted[low], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[sorted.Length - 1 - low]);
        }

        public override string ToString() => Invariant($"median {Median:0.000} (95 % interval {Low:0.000} to {High:0.000})");
    }

    /// <param name="PerSecond">Requests a second.</param>
    /// <param name="Processor">The API's processor time for each, in microseconds.</param>
    private sealed record Turn(double PerSecond, double Processor)
    {
        public override string ToString() => Invariant($"{PerSecond:0}/s, {Processor:0.0} µs");
    }
}
