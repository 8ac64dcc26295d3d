using Sophia.Core.Alerts;
using Sophia.Core.Status;
using Sophia.Web.Live;

namespace Sophia.Web.Alerts;

/// <summary>
/// Listens to the API's alerts once for all viewers, since all of them see the same ones: a page knows them before it asks, and
/// another viewer costs no other socket.
/// </summary>
internal sealed class AlertWatch(AlertFeed alerts, StatusFeed status, TimeProvider clock) : BackgroundService
{
    private readonly Lock _gate = new();
    private volatile OpenAlerts _open = new(new(LiveState.Connecting, clock.GetUtcNow()), Sequence: null, Alerts: null);

    /// <summary>Raised after <see cref="Open"/> has changed, from any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>What is known now.</summary>
    public OpenAlerts Open => _open;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        alerts.RunAsync(() => _open.Sequence, Hear, stoppingToken),
        status.RunAsync(Hear, stoppingToken));

    private Task Hear(FeedEvent<AlertMessage> happened)
    {
        var now = clock.GetUtcNow();
        Change(open => happened switch
        {
            FeedEvent<AlertMessage>.Connected => open with { Live = open.Live.Connected(now) },
            FeedEvent<AlertMessage>.Lost => open with { Live = open.Live.Lost(now) },
            FeedEvent<AlertMessage>.Received received => open.After(received.Message),
            _ => throw new InvalidOperationException("The line is made, lost or says something."),
        });
        return Task.CompletedTask;
    }

    private Task Hear(FeedEvent<StatusMessage> happened)
    {
        if (happened is FeedEvent<StatusMessage>.Received received)
        {
            Change(open => open with { Judgement = open.Judgement.After(received.Message) });
        }

        return Task.CompletedTask;
    }

    private void Change(Func<OpenAlerts, OpenAlerts> change)
    {
        lock (_gate)
        {
            var before = _open;
            _open = change(before);
            if (_open == before)
            {
                // Most news of the status has nothing to do with alerts.
                return;
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }
}
