using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sophia.Tests.LocalHost;

/// <summary>A replica that speaks HTTP/1.1: it answers every request with its name, when it is told to.</summary>
internal sealed class HttpReplica : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    // As many as the test connects.
    private readonly List<Socket> _connections = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _answer;

    /// <param name="name">What it answers.</param>
    public HttpReplica(string name)
    {
        _answer = $"HTTP/1.1 200 OK\r\nContent-Length: {name.Length}\r\n\r\n{name}";
        _listener.Start();
        Address = (IPEndPoint)_listener.LocalEndpoint;
        _ = AcceptAsync();
    }

    public IPEndPoint Address { get; }

    /// <summary>Done when the first request has arrived.</summary>
    public Task Asked => _asked.Task;

    /// <summary>What it waits for before each answer.</summary>
    public Task Permission { get; set; } = Task.CompletedTask;

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
                var connection = await _listener.AcceptSocketAsync();
                lock (_connections)
                {
                    _connections.Add(connection);
                }

                _ = AnswerAsync(connection);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private async Task AnswerAsync(Socket connection)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            // The tests' requests are small: one piece each.
            while (await connection.ReceiveAsync(buffer) > 0)
            {
                _asked.TrySetResult();
                await Permission;
                await connection.SendAsync(Encoding.ASCII.GetBytes(_answer));
            }

            connection.Dispose();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The client left, or the end.
        }
    }
}
