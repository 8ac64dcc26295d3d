using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sophia.Tests.LocalHost;

/// <summary>A replica as the proxy sees one: greets with its name, then sends back what it hears.</summary>
internal sealed class EchoServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    // As many as the test connects.
    private readonly List<Socket> _connections = [];
    private readonly string _name;

    public EchoServer(string name)
    {
        _name = name;
        _listener.Start();
        Address = (IPEndPoint)_listener.LocalEndpoint;
        _ = AcceptAsync();
    }

    public IPEndPoint Address { get; }

    public int Connections
    {
        get
        {
            lock (_connections)
            {
                return _connections.Count;
            }
        }
    }

    /// <summary>Ends as a killed process does: no listener, every connection closed.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        lock (_connections)
        {
            _connections.ForEach(connection => connection.Dispose());
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = EchoAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private async Task EchoAsync(Socket connection)
    {
        lock (_connections)
        {
            _connections.Add(connection);
        }

        try
        {
            await connection.SendAsync(Encoding.ASCII.GetBytes(_name + "\n"));
            var buffer = new byte[64 * 1024];
            while (await connection.ReceiveAsync(buffer) is > 0 and var received)
            {
                for (var sent = 0; sent < received;)
                {
                    sent += await connection.SendAsync(buffer.AsMemory(sent, received - sent));
                }
            }

            connection.Dispose();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The client left, or the end.
        }
    }
}
