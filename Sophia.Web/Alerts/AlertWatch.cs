using Sophia.Core.Alerts;
using Sophia.Web.Live;

namespace Sophia.Web.Alerts;

/// <summary>
/// Listens to the API's alerts once for all viewers, since all of them see the same ones: a page knows them before it asks, and
/// another viewer costs no other socket.
/// </summary>
internal sealed class AlertWatch(AlertFeed feed, TimeProvider clock) : BackgroundService
{
    private volatile OpenAlerts _open = new(new(LiveState.Connecting, clock.GetUtcNow()), Sequence: null, Alerts: null);

    /// <summary>Raised after <see cref="Open"/> has changed, from any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>What is known now.</summary>
    public OpenAlerts Open => _open;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => feed.RunAsync(() => _open.Sequence, Hear, stoppingToken);

    private Task Hear(FeedEvent<AlertMessage> happened)
    {
        var now = clock.GetUtcNow();
        _open = happened switch
        {
            FeedEvent<AlertMessage>.Connected => _open with { Live = _open.Live.Connected(now) },
            FeedEvent<AlertMessage>.Lost => _open with { Live = _open.Live.Lost(now) },
            FeedEvent<AlertMessage>.Received received => _open.After(received.Message),
            _ => throw new InvalidOperationException("The line is made, lost or says something."),
        };
        Changed?.Invoke(this, EventArgs.Empty);
        return Task.CompletedTask;
    }
}
