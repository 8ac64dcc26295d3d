using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;

namespace Sophia.Api.Live;

/// <summary>The open live channels of one kind on this replica; who wakes them has one of its own.</summary>
internal sealed class LiveSockets(LiveTelemetry telemetry, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<LiveSocket> logger)
{
    // Bounded by Kestrel's limit on upgraded connections.
    private readonly ConcurrentDictionary<LiveSocket, byte> _open = new();

    /// <summary>Lets every channel look whether there is something to send.</summary>
    public void WakeAll()
    {
        foreach (var (socket, _) in _open)
        {
            socket.Wake();
        }
    }

    /// <summary>Serves a channel until it closes.</summary>
    public async Task ServeAsync(WebSocket connection, ILiveFeed feed, CancellationToken cancellationToken)
    {
        // The request's span would gather everything that happens in the hours of a channel's life.
        Activity.Current = null;

        using var socket = new LiveSocket(connection, feed, telemetry, clock, logger);
        _open.TryAdd(socket, 0);
        telemetry.Sockets.Add(1, feed.Tag);
        socket.Wake();
        try
        {
            await socket.RunAsync(lifetime.ApplicationStopping, cancellationToken);
        }
        finally
        {
            telemetry.Sockets.Add(-1, feed.Tag);
            _open.TryRemove(socket, out _);
        }
    }
}
