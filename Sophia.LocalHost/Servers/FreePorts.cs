using System.Net;
using System.Net.Sockets;

namespace Sophia.LocalHost.Servers;

/// <summary>Loopback ports that the operating system calls free, each given out once in a thousand.</summary>
internal static class FreePorts
{
    // Every start of a project takes one, for as long as a host runs; those given out long ago are listened on by now, or free again.
    private const int Remembered = 1_000;
    private static readonly Lock s_lock = new();
    private static readonly Queue<int> s_given = new(Remembered);

    /// <summary>A port that nobody listens on now.</summary>
    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            lock (s_lock)
            {
                if (s_given.Contains(port))
                {
                    continue;
                }

                if (s_given.Count == Remembered)
                {
                    s_given.Dequeue();
                }

                s_given.Enqueue(port);
                return port;
            }
        }
    }
}
