using System.Net;
using System.Net.Sockets;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Proxy;

/// <summary>
/// A port that keeps its address while the processes behind it come and go: each connection is carried to a healthy replica,
/// the one with the fewest of them. Bytes pass as they are, so TLS and WebSockets do too; who speaks plain HTTP/1.1 does not
/// notice when its replica ends between two requests.
/// </summary>
internal sealed class PublicPort : IDisposable
{
    // A browser page has six at most and an executive's socket is one; two descriptors each stay far below the system's limit.
    private const int MostConnections = 20_000;
    private const int Backlog = 512;

    // How long a client waits, without noticing more than slowness, for a replica that is just being replaced: several times
    // what one takes to start, since the machine may be busy.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_exhausted = TimeSpan.FromMilliseconds(100);
    private readonly Socket _listener;
    private readonly Func<IReadOnlyList<ProxyTarget>> _targets;
    private readonly ResourceBoard _board;
    private int _open;

    /// <summary>Takes the port.</summary>
    /// <param name="port">The public port, on loopback.</param>
    /// <param name="targets">Those behind it now.</param>
    /// <param name="board">Tells when one of them has changed.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public PublicPort(int port, Func<IReadOnlyList<ProxyTarget>> targets, ResourceBoard board)
    {
        _targets = targets;
        _board = board;
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _listener.Listen(Backlog);
        }
        catch (SocketException)
        {
            _listener.Dispose();
            throw;
        }
    }

    /// <summary>Serves connections until cancelled; those that are open then stay so until their replica or the host ends.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptAsync(cancellationToken);
                if (Interlocked.Increment(ref _open) > MostConnections)
                {
                    Refuse(client);
                    Interlocked.Decrement(ref _open);
                    continue;
                }

                _ = ServeAsync(client, cancellationToken);
            }
            catch (SocketException)
            {
                // Out of descriptors, or the client left while it queued: the next one may fare better.
                await Task.Delay(s_exhausted, cancellationToken);
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(Socket client, CancellationToken cancellationToken)
    {
        try
        {
            client.NoDelay = true;
            if (!await new Relay(client, ConnectAsync).RunAsync(cancellationToken))
            {
                Refuse(client);
            }
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // The client left, or the host ends.
        }
        finally
        {
            client.Dispose();
            Interlocked.Decrement(ref _open);
        }
    }

    /// <summary>Connects to the best replica that answers; waits a while when one is on its way.</summary>
    /// <returns>The replica, entered, and the connection; null when there is none.</returns>
    private async Task<(ProxyTarget Target, Socket Connection)?> ConnectAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        Wakeups.Listener? news = null;
        try
        {
            while (true)
            {
                var targets = _targets().Select(target => (Target: target, target.State)).Where(entry => entry.State != TargetState.Away).ToList();
                if (targets.Count == 0)
                {
                    return null;
                }

                foreach (var (target, _) in targets.Where(entry => entry.State >= TargetState.Running)
                    .OrderByDescending(entry => entry.State).ThenBy(entry => entry.Target.Open))
                {
                    // Entered first, so that those who connect at the same time see each other.
                    target.Enter();
                    if (await TryConnectAsync(target, patience.Token) is { } connection)
                    {
                        return (target, connection);
                    }

                    target.Leave();
                }

                if (news is null)
                {
                    // From here on no change is missed; one more look finds what came before.
                    news = _board.Listen();
                }
                else
                {
                    await news.WaitAsync(patience.Token);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            news?.Dispose();
        }
    }

    private static async Task<Socket?> TryConnectAsync(ProxyTarget target, CancellationToken cancellationToken)
    {
        if (target.Address is not { } address)
        {
            return null;
        }

        var connection = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await connection.ConnectAsync(address, cancellationToken);
            // Where nobody listens, the system may pick that very port as the connection's own, and connect it with itself.
            if (!address.Equals(connection.LocalEndPoint))
            {
                return connection;
            }
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // It has just ended, does not listen yet, or takes too long.
        }

        connection.Dispose();
        return null;
    }

    /// <summary>Resets the connection, as a port without a listener does.</summary>
    private static void Refuse(Socket client)
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Dispose();
    }
}
