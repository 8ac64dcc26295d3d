using Sophia.Agents.Work;
using Sophia.Data.EventLog;
using Sophia.Data.Messaging;

namespace Sophia.Agents.Outbox;

/// <summary>Sends what waits in the outbox to the bus. Every replica does: rows are claimed, and a notice sent twice does no harm.</summary>
internal sealed class OutboxWorker(WorkLoop loop, OutboxRelay relay, LogSignal signal) : BackgroundService
{
    // Stands behind the announcements, should one be missed.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        loop.RunAsync("Sending notices to the bus", RunRoundAsync, stoppingToken);

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        while (await relay.RelayNextAsync(cancellationToken) > 0)
        {
        }

        await signal.WaitAsync(OutboxRelay.Channel, s_sweep, cancellationToken);
    }
}
