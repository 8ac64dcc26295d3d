using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;

namespace Sophia.Api.Dashboard.Live;

/// <summary>The open live channels of this replica.</summary>
internal sealed class DashboardSockets(
    DashboardAnswers answers,
    MetricSequence sequence,
    FreshnessMonitor freshness,
    DashboardTelemetry telemetry,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<DashboardSocket> logger)
{
    // Bounded by Kestrel's limit on upgraded connections.
    private readonly ConcurrentDictionary<DashboardSocket, byte> _open = new();

    /// <summary>Lets every channel look whether there is something to send.</summary>
    public void WakeAll()
    {
        foreach (var (socket, _) in _open)
        {
            socket.Wake();
        }
    }

    /// <summary>Serves a channel until it closes.</summary>
    public async Task ServeAsync(WebSocket connection, CancellationToken cancellationToken)
    {
        // The request's span would gather everything that happens in the hours of a channel's life.
        Activity.Current = null;

        var subscriptions = new DashboardSubscriptions(answers, sequence, freshness, clock);
        using var socket = new DashboardSocket(connection, subscriptions, telemetry, clock, logger);
        _open.TryAdd(socket, 0);
        telemetry.Sockets.Add(1);
        try
        {
            await socket.RunAsync(lifetime.ApplicationStopping, cancellationToken);
        }
        finally
        {
            telemetry.Sockets.Add(-1);
            _open.TryRemove(socket, out _);
        }
    }
}
