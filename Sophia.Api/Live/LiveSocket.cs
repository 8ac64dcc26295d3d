using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace Sophia.Api.Live;

/// <summary>
/// One live channel: a loop that reads requests and a loop that sends. Between them and the rest of the process there is
/// one wake-up slot, so a slow reader costs nothing and finds the newest state when it is ready.
/// </summary>
internal sealed partial class LiveSocket(
    WebSocket socket, ILiveFeed feed, LiveTelemetry telemetry, TimeProvider clock, ILogger<LiveSocket> logger)
    : IDisposable
{
    private const int LargestRequest = 16 * 1024;

    private static readonly TimeSpan s_goodbye = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);
    private static readonly BoundedChannelOptions s_oneSlot = new(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true };

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(s_oneSlot);
    private readonly SemaphoreSlim _sending = new(1, 1);

    /// <summary>Lets the sending loop look again; many calls before it does count as one.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Runs until either side closes.</summary>
    /// <param name="stopping">The server goes down: say so and close.</param>
    /// <param name="aborted">The connection is gone.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborted)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var pushing = PushAsync(over, stopping);
        try
        {
            await ReceiveAsync(over.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The reader left without a word, or the other loop ended the channel.
        }
        finally
        {
            await over.CancelAsync();
            await pushing;
        }
    }

    public void Dispose() => _sending.Dispose();

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Waits without holding a buffer: most channels are silent for hours.
            if ((await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken)).MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync(WebSocketCloseStatus.NormalClosure, reason: null);
                return;
            }

            var buffer = ArrayPool<byte>.Shared.Rent(LargestRequest);
            try
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    if (length == LargestRequest)
                    {
                        await RefuseAsync(WebSocketCloseStatus.MessageTooBig, "A request may have at most 16 KB.", buffer);
                        return;
                    }

                    part = await socket.ReceiveAsync(buffer.AsMemory(length, LargestRequest - length), cancellationToken);
                    length += part.Count;
                }
                while (!part.EndOfMessage && part.MessageType != WebSocketMessageType.Close);

                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await CloseAsync(WebSocketCloseStatus.NormalClosure, reason: null);
                    return;
                }

                if (part.MessageType == WebSocketMessageType.Binary)
                {
                    await RefuseAsync(WebSocketCloseStatus.InvalidMessageType, "Requests are text.", buffer);
                    return;
                }

                if (feed.Handle(buffer.AsSpan(0, length)) is { } refusal)
                {
                    // Sent from here, so that a reader who only complains is read no faster than it reads.
                    await SendAsync(refusal, cancellationToken);
                }
                else
                {
                    Wake();
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private async Task PushAsync(CancellationTokenSource over, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stopping);
        try
        {
            while (await _wake.Reader.WaitToReadAsync(either.Token))
            {
                // Emptied before looking: what moves while looking wakes again.
                _wake.Reader.TryRead(out _);
                await PushNewsAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !over.IsCancellationRequested)
        {
            await CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "The server is going down; connect again.");

            // The other loop ends when the reader answers; hanging up before that could take the goodbye with it.
            over.CancelAfter(s_goodbye);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The reader is gone.
            await over.CancelAsync();
        }
    }

    private async Task PushNewsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in feed.NewsAsync(cancellationToken))
            {
                await SendAsync(frame, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or WebSocketException))
        {
            // Postgres may be away: nothing was marked as sent, so the next look sends it.
            LogFailed(exception);
            await Task.Delay(s_retry, clock, cancellationToken);
            Wake();
        }
    }

    private async Task SendAsync(RentedBuffer frame, CancellationToken cancellationToken)
    {
        using (frame)
        {
            await _sending.WaitAsync(cancellationToken);
            try
            {
                await socket.SendAsync(frame.Written, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                telemetry.Messages.Add(1, feed.Tag);
            }
            finally
            {
                _sending.Release();
            }
        }
    }

    /// <summary>Closes and reads on until the reader has heard it: hanging up on unread bytes would take the reason with it.</summary>
    private async Task RefuseAsync(WebSocketCloseStatus status, string reason, byte[] buffer)
    {
        await CloseAsync(status, reason);
        using var patience = new CancellationTokenSource(s_goodbye, clock);
        try
        {
            while (socket.State == WebSocketState.CloseSent)
            {
                await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // It goes on talking or is gone.
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        using var patience = new CancellationTokenSource(s_goodbye, clock);
        try
        {
            await _sending.WaitAsync(patience.Token);
            try
            {
                await socket.CloseOutputAsync(status, reason, patience.Token);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // It does not read or is gone: the connection ends without a goodbye.
        }
    }

    [LoggerMessage(LogLevel.Warning, "What is new could not be read; trying again")]
    private partial void LogFailed(Exception exception);
}
