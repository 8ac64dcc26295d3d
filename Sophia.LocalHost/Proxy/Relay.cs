using System.Buffers;
using System.Net.Sockets;

namespace Sophia.LocalHost.Proxy;

/// <summary>Carries bytes between a client and a replica until both have said all they had to say.</summary>
internal static class Relay
{
    // Most answers fit; larger ones take several rounds.
    private const int BufferSize = 16 * 1024;

    // A replica that has closed its side, or died, will not read what its client still sends.
    private static readonly TimeSpan s_afterReplica = TimeSpan.FromSeconds(2);

    /// <summary>Returns when the connection is over; the caller disposes both sockets.</summary>
    public static async Task RunAsync(Socket client, Socket replica)
    {
        var requests = PumpAsync(client, replica);
        var answers = PumpAsync(replica, client);
        var first = await Task.WhenAny(requests, answers);
        if (first == requests && requests.IsCompletedSuccessfully)
        {
            // The client has sent all and still reads.
            await answers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else if (first == answers && answers.IsCompletedSuccessfully)
        {
            await requests.WaitAsync(s_afterReplica).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // What is still under way on these sockets ends with an error, which says no more than that.
        client.Dispose();
        replica.Dispose();
        await Task.WhenAll(requests, answers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        while (true)
        {
            // Waits without a buffer: thousands of silent sockets hold none.
            await from.ReceiveAsync(Memory<byte>.Empty);
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            try
            {
                int received;
                do
                {
                    received = await from.ReceiveAsync(buffer.AsMemory());
                    for (var sent = 0; sent < received;)
                    {
                        sent += await to.SendAsync(buffer.AsMemory(sent, received - sent));
                    }
                }
                while (received == buffer.Length);

                if (received == 0)
                {
                    to.Shutdown(SocketShutdown.Send);
                    return;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
