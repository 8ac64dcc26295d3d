using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Sophia.LocalHost.Servers;

/// <summary>Loopback ports that the operating system calls free, each given out once.</summary>
internal static class FreePorts
{
    // A dozen per run of a host, a few dozen per run of the tests.
    private static readonly ConcurrentDictionary<int, byte> s_given = new();

    /// <summary>A port that nobody listens on now.</summary>
    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (s_given.TryAdd(port, 0))
            {
                return port;
            }
        }
    }
}
