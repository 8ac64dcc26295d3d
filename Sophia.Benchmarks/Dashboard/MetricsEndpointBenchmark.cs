using System.Globalization;
using Sophia.Core.Metrics;

namespace Sophia.Benchmarks.Dashboard;

/// <summary>
/// <c>GET /api/v1/dashboard/metrics</c> of a running stack: ten metrics, twelve months and a comparison, once the same
/// query from 32 connections, once queries that were never asked before from 4, once such that are filtered by two dimensions.
/// </summary>
internal static class MetricsEndpointBenchmark
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_measured = TimeSpan.FromSeconds(10);
    private static readonly string s_tenMetrics = string.Join(',', MetricCatalog.All.Take(10).Select(static metric => metric.Key));

    /// <param name="arguments">The API's address; http://127.0.0.1:5081 where none is given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var server = new Uri(arguments is [var address, ..] ? address : "http://127.0.0.1:5081");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var same = CachedPath(today);
        var asked = 0;

        // Each differs from all others in its days; every third is split by a dimension.
        string Distinct()
        {
            var number = Interlocked.Increment(ref asked);
            var to = today.AddDays(-(number / 300 % 300));
            var split = (number % 3) switch { 0 => "", 1 => "&groupBy=region", _ => "&groupBy=productLine" };
            return Path(to.AddMonths(-12).AddDays(-(number % 300)), to, split);
        }

        await HttpLoad.RunAsync(server, 32, s_warmUp, () => same, cancellationToken);
        var cached = await HttpLoad.RunAsync(server, 32, s_measured, () => same, cancellationToken);
        Console.WriteLine($"cached, 32 connections:           {cached}");
        await HttpLoad.RunAsync(server, 4, s_warmUp, Distinct, cancellationToken);
        var uncached = await HttpLoad.RunAsync(server, 4, s_measured, Distinct, cancellationToken);
        Console.WriteLine($"uncached distinct, 4 connections: {uncached}");

        // By several dimensions at once, which no rollup tells: read from the facts.
        string Filtered() => Distinct() + "&filter=region:EMEA,department:Sales";

        await HttpLoad.RunAsync(server, 4, s_warmUp, Filtered, cancellationToken);
        var filtered = await HttpLoad.RunAsync(server, 4, s_measured, Filtered, cancellationToken);
        Console.WriteLine($"uncached filtered, 4 connections: {filtered}");
        var alone = await HttpLoad.RunAsync(server, 1, s_measured, Filtered, cancellationToken);
        Console.WriteLine($"uncached filtered, 1 connection:  {alone}");
        return 0;
    }

    /// <summary>The query that is asked again and again.</summary>
    public static string CachedPath(DateOnly today) => Path(today.AddMonths(-12).AddDays(1), today, "");

    private static string Path(DateOnly from, DateOnly to, string split) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/v1/dashboard/metrics?metrics={s_tenMetrics}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&granularity=month&compare=previousPeriod{split}");
}
