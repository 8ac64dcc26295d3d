using Microsoft.Extensions.Options;
using Sophia.Agents.Work;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.EventLog;
using Sophia.Data.Messaging;
using Sophia.Data.Metrics;

namespace Sophia.Agents.Analysis;

/// <summary>
/// Runs the analyses one after the other, when figures moved and once a day: they share one lease, since together they would take
/// the processor from what is live.
/// </summary>
internal sealed class AnalysisWorker(
    LeasedWork leased, WorkLoop loop, SalesAnalysis sales, QuarterAnalysis quarter, CycleAnalysis cycles, ForecastAnalysis forecasts,
    CorrelationAnalysis correlations, CustomerAnalysis customers, LoadAnalysis load, MetricReader reader,
    LogSignal signal, IOptions<AnalysisOptions> options, TimeProvider clock) : BackgroundService
{
    // Also what makes a new day be noticed.
    private static readonly TimeSpan s_sweep = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leased.RunAsync("analysis", held => loop.RunAsync("Analysis", RunRoundAsync, held), stoppingToken);

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        // What is learnt from half a history would be wrong for a day.
        var freshness = await reader.ReadFreshnessAsync(cancellationToken);
        if (IsComplete(freshness.Of([FactFamily.Sales])))
        {
            await sales.RunOnceAsync(cancellationToken);
            await quarter.RunOnceAsync(cancellationToken);
            await cycles.RunOnceAsync(cancellationToken);
        }

        // While calls are late, the last hours are not quiet but unknown.
        if (freshness.Of([FactFamily.Calls]).Status is FreshnessStatus.Fresh)
        {
            await load.RunOnceAsync(cancellationToken);
        }

        if (IsComplete(freshness))
        {
            await forecasts.RunOnceAsync(cancellationToken);
            await correlations.RunOnceAsync(cancellationToken);
            await customers.RunOnceAsync(cancellationToken);
        }

        await Task.Delay(options.Value.Pace, clock, cancellationToken);
        await signal.WaitAsync(OutboxRelay.Channel, s_sweep, cancellationToken);
    }

    private static bool IsComplete(Freshness freshness) => freshness.Status is FreshnessStatus.Fresh or FreshnessStatus.Stale;
}
