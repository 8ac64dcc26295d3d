using System.Globalization;
using Sophia.Benchmarks.Stack;

namespace Sophia.Benchmarks.Dashboard;

/// <summary>
/// What telemetry costs: throughput of <c>GET /api/v1/dashboard/metrics</c>, answered from the cache, by a stack that records and
/// sends everything to its dashboard, and by the same stack with <c>OTEL_SDK_DISABLED=true</c>, in turns, so that a machine that
/// becomes slower does so for both.
/// </summary>
internal static class TracingCostBenchmark
{
    private const string Instance = "tracing-cost";
    private const string Switch = "OTEL_SDK_DISABLED";
    private const int Connections = 32;

    // What is promised: at least this share of the throughput without.
    private const double LeastShare = 0.95;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);
    private static readonly string[] s_settings =
        ["LocalHost:Dashboard=true", "Sandbox:LivingInterval=off", "Sandbox:RateLimits=off", "Sandbox:Deals=1000", "Sandbox:Calls=100", "Sandbox:Transcripts=10"];

    /// <param name="arguments">Rounds (5) and seconds of load in each turn (10).</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var rounds = arguments is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 5;
        var duration = TimeSpan.FromSeconds(arguments is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : 10);
        LocalStack.Delete(Instance);
        var with = new List<double>();
        var without = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            with.Add(await MeasureAsync(disabled: false, duration, cancellationToken));
            without.Add(await MeasureAsync(disabled: true, duration, cancellationToken));
            Console.WriteLine(Invariant($"round {round}: {with[^1]:0} requests/s with telemetry, {without[^1]:0} without"));
        }

        LocalStack.Delete(Instance);
        var share = Median(with) / Median(without);
        Console.WriteLine(Invariant($"median: {Median(with):0} requests/s with, {Median(without):0} without; telemetry costs {1 - share:P1} (promised: at most {1 - LeastShare:P0})"));
        return share >= LeastShare ? 0 : 1;
    }

    private static async Task<double> MeasureAsync(bool disabled, TimeSpan duration, CancellationToken cancellationToken)
    {
        // The stack's processes have the variables of whoever starts them.
        Environment.SetEnvironmentVariable(Switch, disabled ? "true" : null);
        await using var host = await LocalStack.StartAsync(Instance, s_settings, cancellationToken);
        await host.WaitUntilReadyAsync(cancellationToken);
        var server = host.AddressOf("api");
        using var api = new HttpClient { BaseAddress = server };
        await LocalStack.ReadUntilLoadedAsync(api, cancellationToken);

        var path = MetricsEndpointBenchmark.CachedPath(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        await HttpLoad.RunAsync(server, Connections, s_warmUp, () => path, cancellationToken);
        var answered = await HttpLoad.RunAsync(server, Connections, duration, () => path, cancellationToken);
        await host.StopAsync(cancellationToken);
        return answered.Count / duration.TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
