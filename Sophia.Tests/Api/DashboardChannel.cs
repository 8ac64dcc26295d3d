using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Sophia.Core.Dashboard;

namespace Sophia.Tests.Api;

/// <summary>A reader of <c>/ws/dashboard</c>.</summary>
internal sealed class DashboardChannel : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    /// <param name="server">The API.</param>
    /// <param name="origin">The page that opens it, or null for a program.</param>
    /// <param name="receiveBuffer">How many bytes the reader's machine holds for it, or null for the usual.</param>
    public static async Task<DashboardChannel> OpenAsync(ApiServer server, string? origin = null, int? receiveBuffer = null)
    {
        var channel = new DashboardChannel();
        if (origin is not null)
        {
            channel._socket.Options.SetRequestHeader("Origin", origin);
        }

        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, token) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                if (receiveBuffer is { } size)
                {
                    socket.ReceiveBufferSize = size;
                }

                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        channel._socket.Options.CollectHttpResponseDetails = true;
        await channel._socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/ws/dashboard" }.Uri, invoker, Token);
        return channel;
    }

    public Task SendAsync(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Token);

    public Task SendAsync(byte[] bytes) => _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, Token);

    public Task SubscribeAsync(string id, string metrics, long? lastSequence = null) =>
        SendAsync(JsonSerializer.Serialize(new { type = "subscribe", id, metrics = metrics.Split(','), lastSequence }));

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Token);

    /// <summary>The next message that is not about freshness alone.</summary>
    public async Task<T> NextAsync<T>()
        where T : DashboardMessage
    {
        DashboardMessage? message;
        do
        {
            message = await NextAsync();
        }
        while (message is DashboardMessage.FreshnessChange && typeof(T) != typeof(DashboardMessage.FreshnessChange));

        return Assert.IsType<T>(message);
    }

    /// <summary>The next message, or null at the end.</summary>
    public async Task<DashboardMessage?> NextAsync()
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, Token);
            content.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        if (part.MessageType == WebSocketMessageType.Close)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Token);
            return null;
        }

        return JsonSerializer.Deserialize(content.ToArray(), DashboardJson.Default.DashboardMessage);
    }

    public void Dispose() => _socket.Dispose();
}
