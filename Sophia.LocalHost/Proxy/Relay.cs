using System.Buffers;
using System.Net.Sockets;

namespace Sophia.LocalHost.Proxy;

/// <summary>
/// Carries bytes between a client and a replica until both have said all they had to say. A client that speaks HTTP/1.1
/// keeps its connection when its replica ends between two requests, or before it has begun to answer one that may be
/// asked again.
/// </summary>
/// <param name="client">The client's connection; the caller disposes it.</param>
/// <param name="connectAsync">Finds a replica and enters it; gives null where there is none.</param>
internal sealed class Relay(Socket client, Func<CancellationToken, Task<(ProxyTarget Target, Socket Connection)?>> connectAsync)
{
    // Most answers fit; larger ones take several rounds.
    private const int BufferSize = 16 * 1024;

    // A replica that has closed its side, or died, will not read what its client still sends.
    private static readonly TimeSpan s_afterReplica = TimeSpan.FromSeconds(2);

    private readonly HttpExchange _exchange = new();

    /// <summary>Returns when the connection is over.</summary>
    /// <returns>False where there was no replica for the client.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        while (await connectAsync(cancellationToken) is var (target, replica))
        {
            try
            {
                if (!await CarryAsync(target, replica))
                {
                    return true;
                }
            }
            finally
            {
                _exchange.Detach();
                target.Leave();
                replica.Dispose();
            }

            // Between two requests a client needs no replica, and perhaps it never asks again.
            if (_exchange.IsIdle && await client.ReceiveAsync(new byte[1], SocketFlags.Peek, cancellationToken) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Carries bytes as long as this replica lasts.</summary>
    /// <returns>Whether the client goes on with another one.</returns>
    private async Task<bool> CarryAsync(ProxyTarget target, Socket replica)
    {
        var again = _exchange.Attach(target);
        if (again.Length > 0)
        {
            if (!await SendAsync(replica, again))
            {
                return _exchange.CanGoOn;
            }

            _exchange.Sent();
        }

        using var over = new CancellationTokenSource();
        var requests = PassRequestsAsync(replica, over.Token);
        var answers = PassAnswersAsync(replica);
        await Task.WhenAny(requests, answers);
        if (requests.IsCompleted)
        {
            switch (await requests)
            {
                case Ending.ClientFinished:
                    FinishSending(replica);
                    if (await answers == Ending.ReplicaFinished)
                    {
                        FinishSending(client);
                    }

                    return false;
                case Ending.ReplicaStops:
                    replica.Dispose();
                    await answers;
                    return true;
                case Ending.ClientLost:
                    replica.Dispose();
                    await answers;
                    return false;
                case Ending.ReplicaLost or Ending.ReplicaFinished or Ending.Over:
                    // What it has said before it went is still to be read.
                    break;
            }
        }

        var ending = await answers;
        if (ending == Ending.ClientLost)
        {
            return false;
        }

        if (_exchange.CanGoOn)
        {
            await over.CancelAsync();
            replica.Dispose();
            if (await requests is Ending.ClientFinished or Ending.ClientLost)
            {
                return false;
            }

            if (_exchange.CanGoOn)
            {
                return true;
            }
        }

        if (ending == Ending.ReplicaFinished)
        {
            FinishSending(client);
            await Task.WhenAny(requests, Task.Delay(s_afterReplica));
        }

        // What is still under way on these sockets ends with an error, which says no more than that.
        client.Dispose();
        replica.Dispose();
        await requests;
        return false;
    }

    private async Task<Ending> PassRequestsAsync(Socket replica, CancellationToken over)
    {
        while (true)
        {
            byte[]? buffer = null;
            try
            {
                // Waits without a buffer: thousands of silent sockets hold none.
                await client.ReceiveAsync(Memory<byte>.Empty, over);
                buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
                int received;
                do
                {
                    received = await client.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    if (received == 0)
                    {
                        return Ending.ClientFinished;
                    }

                    if (!_exchange.Ask(buffer.AsSpan(0, received)))
                    {
                        return Ending.ReplicaStops;
                    }

                    if (!await SendAsync(replica, buffer.AsMemory(0, received)))
                    {
                        return Ending.ReplicaLost;
                    }

                    _exchange.Sent();
                }
                while (received == buffer.Length);
            }
            catch (OperationCanceledException)
            {
                return Ending.Over;
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return Ending.ClientLost;
            }
            finally
            {
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
        }
    }

    private async Task<Ending> PassAnswersAsync(Socket replica)
    {
        while (true)
        {
            byte[]? buffer = null;
            try
            {
                await replica.ReceiveAsync(Memory<byte>.Empty);
                buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
                int received;
                do
                {
                    received = await replica.ReceiveAsync(buffer.AsMemory());
                    if (received == 0)
                    {
                        return Ending.ReplicaFinished;
                    }

                    _exchange.Answer(buffer.AsSpan(0, received));
                    if (!await SendAsync(client, buffer.AsMemory(0, received)))
                    {
                        return Ending.ClientLost;
                    }
                }
                while (received == buffer.Length);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return Ending.ReplicaLost;
            }
            finally
            {
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
        }
    }

    /// <summary>Sends all of it.</summary>
    /// <returns>False where the other side is gone.</returns>
    private static async Task<bool> SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0)
            {
                bytes = bytes[await to.SendAsync(bytes)..];
            }

            return true;
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    private static void FinishSending(Socket to)
    {
        try
        {
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It is gone.
        }
    }
}
