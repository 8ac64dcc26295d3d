using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.ServiceDiscovery;

namespace Sophia.Web.Live;

/// <summary>Holds one socket to the API open and says what comes over it.</summary>
/// <typeparam name="TMessage">What comes over it.</typeparam>
internal abstract partial class LiveFeed<TMessage>(ServiceEndpointResolver services, TimeProvider clock, JsonTypeInfo<TMessage> form, ILogger logger)
    where TMessage : class
{
    // Far above a snapshot of every metric by day or of all alerts that can be open: a bound on what a broken server could make us hold.
    private const int LargestMessage = 4 * 1024 * 1024;

    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);

    private uint _turn;

    /// <summary>Runs until cancelled; reconnects by itself.</summary>
    /// <param name="address">Where to connect to, asked at each connection.</param>
    /// <param name="requests">What to send first, asked at each connection.</param>
    /// <param name="publish">Gets what happens, one at a time; the socket is not read meanwhile.</param>
    /// <param name="cancellationToken">Ends it.</param>
    protected async Task RunAsync(
        Func<Uri> address, Func<IEnumerable<ReadOnlyMemory<byte>>> requests, Func<FeedEvent<TMessage>, Task> publish, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            using var socket = new ClientWebSocket();
            // A peer that is gone without a word is noticed within ten seconds.
            socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(5);
            socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(5);
            var cause = await ConnectAsync(socket, address(), requests, cancellationToken);
            if (cause is null)
            {
                failures = 0;
                await publish(new FeedEvent<TMessage>.Connected());
                cause = await ReadAllAsync(socket, publish, cancellationToken);
            }

            failures++;
            var wait = Backoff.After(failures);
            LogLost(cause.Message, wait);
            await publish(new FeedEvent<TMessage>.Lost());
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<Exception?> ConnectAsync(
        ClientWebSocket socket, Uri service, Func<IEnumerable<ReadOnlyMemory<byte>>> requests, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(s_connectTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await socket.ConnectAsync(await FindAsync(service, either.Token), either.Token);
            foreach (var frame in requests())
            {
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, either.Token);
            }

            return null;
        }
        catch (Exception exception) when (IsLoss(exception, cancellationToken))
        {
            return exception;
        }
    }

    /// <summary>The socket's address at one of the service's replicas, another one each time.</summary>
    private async Task<Uri> FindAsync(Uri service, CancellationToken cancellationToken)
    {
        var found = await services.GetEndpointsAsync(service.GetLeftPart(UriPartial.Authority), cancellationToken);
        var turn = Interlocked.Increment(ref _turn);
        var address = new UriBuilder(service);
        // What is not configured as a service is a host of that name.
        if (found.Endpoints[(int)(turn % (uint)found.Endpoints.Count)].EndPoint is UriEndPoint { Uri: var replica })
        {
            (address.Scheme, address.Host, address.Port) = (replica.Scheme, replica.Host, replica.Port);
        }

        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        return address.Uri;
    }

    private async Task<Exception> ReadAllAsync(ClientWebSocket socket, Func<FeedEvent<TMessage>, Task> publish, CancellationToken cancellationToken)
    {
        var frame = new ArrayBufferWriter<byte>(16 * 1024);
        while (true)
        {
            TMessage? message;
            try
            {
                message = await ReadAsync(socket, frame, cancellationToken);
            }
            catch (Exception exception) when (IsLoss(exception, cancellationToken))
            {
                return exception;
            }

            if (message is not null)
            {
                await publish(new FeedEvent<TMessage>.Received(message));
            }
        }
    }

    private async Task<TMessage?> ReadAsync(
        ClientWebSocket socket, ArrayBufferWriter<byte> frame, CancellationToken cancellationToken)
    {
        frame.ResetWrittenCount();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(frame.GetMemory(8 * 1024), cancellationToken);
            frame.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely, "the API closed the connection");
            }

            if (frame.WrittenCount > LargestMessage)
            {
                throw new WebSocketException(WebSocketError.HeaderError, "a message is larger than any the API sends");
            }
        }
        while (!part.EndOfMessage);

        return JsonSerializer.Deserialize(frame.WrittenSpan, form);
    }

    /// <summary>Whether to try again: the line is broken or speaks nonsense, and nobody asked us to stop.</summary>
    private static bool IsLoss(Exception exception, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && exception is (WebSocketException or HttpRequestException or IOException or JsonException or OperationCanceledException);

    [LoggerMessage(LogLevel.Information, "Not live: {Cause}. Trying again in {Wait}")]
    private partial void LogLost(string cause, TimeSpan wait);
}
