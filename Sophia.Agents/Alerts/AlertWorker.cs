using Sophia.Agents.Work;
using Sophia.Data.Alerts;
using Sophia.Data.EventLog;
using Sophia.Data.Messaging;

namespace Sophia.Agents.Alerts;

/// <summary>Looks at what rules watch as soon as metrics, rules or mutes moved.</summary>
internal sealed class AlertWorker(LeasedWork leased, WorkLoop loop, AlertWatcher watcher, LogSignal signal, TimeProvider clock) : BackgroundService
{
    // Metrics of a lively business move many times a second, and every look asks for all that is watched.
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(1);

    // Pending and recovering periods and mutes end, and days turn, without anything being announced.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leased.RunAsync("alerts", held => loop.RunAsync("Watching metrics", RunRoundAsync, held), stoppingToken);

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await watcher.LookAsync(cancellationToken);
        await Task.Delay(s_pace, clock, cancellationToken);
        await signal.WaitAnyAsync(OutboxRelay.Channel, AlertChannels.Work, s_sweep, cancellationToken);
    }
}
