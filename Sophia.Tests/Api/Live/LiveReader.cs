using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sophia.Tests.Api.Live;

/// <summary>A reader of a live channel.</summary>
internal sealed class LiveReader<TMessage>(JsonTypeInfo<TMessage> type) : IDisposable
    where TMessage : class
{
    // So that a message that never comes is an error of the test, not a run without end.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="server">The API.</param>
    /// <param name="path">The channel, with its parameters.</param>
    /// <param name="type">The JSON form of its messages.</param>
    public static async Task<LiveReader<TMessage>> OpenAsync(ApiServer server, string path, JsonTypeInfo<TMessage> type)
    {
        var reader = new LiveReader<TMessage>(type);
        await reader._socket.ConnectAsync(new UriBuilder(new Uri(server.Address, path)) { Scheme = "ws" }.Uri, Token);
        return reader;
    }

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Token);

    /// <summary>The next message.</summary>
    public async Task<TMessage> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(s_patience);
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, patience.Token);
            content.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        Assert.Equal(WebSocketMessageType.Text, part.MessageType);
        return JsonSerializer.Deserialize(content.ToArray(), type)!;
    }

    /// <summary>The messages up to and with the first that <paramref name="isLast"/> says; the test's own time limit ends the wait.</summary>
    public async Task<IReadOnlyList<TMessage>> ReadUntilAsync(Func<TMessage, bool> isLast)
    {
        var messages = new List<TMessage>();
        do
        {
            messages.Add(await NextAsync());
        }
        while (!isLast(messages[^1]));

        return messages;
    }

    public void Dispose() => _socket.Dispose();
}
