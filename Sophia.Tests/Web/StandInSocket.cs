using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Sophia.Core.Dashboard;

namespace Sophia.Tests.Web;

/// <summary>One viewer's socket, seen from the server.</summary>
internal sealed class StandInSocket(WebSocket socket)
{
    private readonly Channel<DashboardRequest> _requests = Channel.CreateBounded<DashboardRequest>(16);

    public ValueTask<DashboardRequest> NextRequestAsync() => _requests.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public Task SendAsync(DashboardMessage message) => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message, DashboardJson.Default.DashboardMessage),
        WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>Breaks the line without a word.</summary>
    public void Break() => socket.Abort();

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var frame = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(frame, cancellationToken) is { MessageType: WebSocketMessageType.Text } part)
            {
                await _requests.Writer.WriteAsync(
                    JsonSerializer.Deserialize(frame.AsSpan(0, part.Count), DashboardJson.Default.DashboardRequest)!, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The line is broken: that is what some tests are about.
        }
    }
}
