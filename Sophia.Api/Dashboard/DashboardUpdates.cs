using Sophia.Api.Dashboard.Live;
using Sophia.Data.Messaging;

namespace Sophia.Api.Dashboard;

/// <summary>Keeps this replica's sequence and freshness current and wakes the live readers.</summary>
internal sealed partial class DashboardUpdates(
    MetricSequence sequence,
    FreshnessMonitor freshness,
    MetricsMovedSubscription notices,
    DashboardSockets sockets,
    TimeProvider clock,
    ILogger<DashboardUpdates> logger)
    : BackgroundService
{
    // How late figures may be while the bus is away.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_freshness = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        sequence.Moved += (_, _) => sockets.Open.WakeAll();
        // Before the first request is taken, so that no answer is ever given under an unknown sequence or freshness.
        await sequence.StartAsync(cancellationToken);
        await freshness.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        ListenAsync(stoppingToken),
        RepeatAsync(s_sweep, sequence.SweepAsync, stoppingToken),
        RepeatAsync(s_freshness, freshness.RefreshAsync, stoppingToken),
        RepeatAsync(s_sweep, IsNewDay(), stoppingToken));

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await foreach (var notice in notices.ListenAsync(stoppingToken))
        {
            using var span = MetricsMovedSubscription.Process(notice);
            await TryAsync(token => sequence.HearAsync(notice, token), stoppingToken);
        }
    }

    private async Task RepeatAsync(TimeSpan interval, Func<CancellationToken, Task<bool>> round, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(round, stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task<bool>> round, CancellationToken stoppingToken)
    {
        try
        {
            if (await round(stoppingToken))
            {
                sockets.Open.WakeAll();
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Postgres may be away for a moment: the next round finds what this one missed.
            LogFailed(exception);
        }
    }

    // Ranges that end today move with the calendar although nothing else moves.
    private Func<CancellationToken, Task<bool>> IsNewDay()
    {
        var day = DashboardQuery.Today(clock);
        return _ =>
        {
            var today = DashboardQuery.Today(clock);
            var turned = today != day;
            day = today;
            return Task.FromResult(turned);
        };
    }

    [LoggerMessage(LogLevel.Warning, "A look for movements failed; the next one follows")]
    private partial void LogFailed(Exception exception);
}
