using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Sophia.Core.Dashboard;

namespace Sophia.Benchmarks.Circuits;

/// <summary>A client of <c>/ws/dashboard</c> with the overview's subscriptions.</summary>
/// <param name="number">Its number among all readers.</param>
/// <param name="audience">Hears of every message.</param>
internal sealed class PageSocket(int number, Audience audience) : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    /// <summary>Connects and waits for the first answer to every subscription.</summary>
    public async Task OpenAsync(Uri api, IReadOnlyList<DashboardRequest> subscriptions, CancellationToken cancellationToken)
    {
        await _socket.ConnectAsync(new UriBuilder(api) { Scheme = "ws", Path = "/ws/dashboard" }.Uri, cancellationToken);
        foreach (var request in subscriptions)
        {
            await _socket.SendAsync(
                JsonSerializer.SerializeToUtf8Bytes(request, DashboardJson.Default.DashboardRequest), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }

        _reading = ReadAsync(subscriptions.Count, cancellationToken);
        await await Task.WhenAny(_first.Task, _reading);
    }

    private async Task ReadAsync(int expected, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Waits without a buffer, as thousands of readers in one process have to.
            await _socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
            using var text = new PooledText();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(text.Room(), cancellationToken);
                text.Advance(part.Count);
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            }

            audience.Look(number, text.Written);
            if (--expected == 0)
            {
                _first.TrySetResult();
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private sealed class PooledText : IDisposable
    {
        private byte[] _bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
        private int _length;

        public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

        public Memory<byte> Room()
        {
            if (_length == _bytes.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
                _bytes.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = larger;
            }

            return _bytes.AsMemory(_length);
        }

        public void Advance(int count) => _length += count;

        public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
    }
}
