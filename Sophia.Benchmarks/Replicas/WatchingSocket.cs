using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using Sophia.Core.Dashboard;

namespace Sophia.Benchmarks.Replicas;

/// <summary>A page's live channel as a client sees it: it watches revenue and, when the line breaks, resumes by the last sequence that it has seen.</summary>
/// <param name="api">The API's public address.</param>
/// <param name="pause">How long it waits before it connects again.</param>
internal sealed class WatchingSocket(Uri api, TimeSpan pause)
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _sequence;

    /// <summary>Done with the first figures.</summary>
    public Task FirstFigures => _first.Task;

    /// <summary>Revenue as last told.</summary>
    public decimal? Revenue { get; private set; }

    /// <summary>How often a sequence was lower than one before: the server forgot what it had said.</summary>
    public int StepsBack { get; private set; }

    /// <summary>How often the line broke.</summary>
    public int Losses { get; private set; }

    /// <summary>When (<see cref="Stopwatch"/>) the last message of the last connection that followed a loss began it; null without a loss.</summary>
    public long? BackAt { get; private set; }

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is WebSocketException or HttpRequestException or IOException)
            {
                Losses++;
                await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(api) { Scheme = "ws", Path = "/ws/dashboard" }.Uri, cancellationToken);
        DashboardRequest subscribe = new DashboardRequest.Subscribe { Id = "replicas", Metrics = ["revenue.won"], From = "2020-01-01", LastSequence = _sequence };
        await socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(subscribe, DashboardJson.Default.DashboardRequest), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        var isBack = Losses == 0;
        var buffer = new byte[16 * 1024];
        while (true)
        {
            Take(await ReceiveAsync(socket, buffer, cancellationToken));
            if (!isBack)
            {
                (isBack, BackAt) = (true, Stopwatch.GetTimestamp());
            }

            _first.TrySetResult();
        }
    }

    private void Take(DashboardMessage? message)
    {
        var (sequence, metrics) = message switch
        {
            DashboardMessage.Snapshot snapshot => (snapshot.Data.Sequence, snapshot.Data.Metrics),
            DashboardMessage.Change change => (change.Data.Sequence, change.Data.Metrics),
            DashboardMessage.Resumed resumed => (resumed.Sequence, []),
            _ => (_sequence ?? 0, (IReadOnlyList<MetricResult>)[]),
        };
        if (sequence < _sequence)
        {
            StepsBack++;
        }

        _sequence = sequence;
        Revenue = metrics is [var revenue, ..] ? revenue.Value : Revenue;
    }

    private static async Task<DashboardMessage?> ReceiveAsync(ClientWebSocket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            }

            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return JsonSerializer.Deserialize(text.GetBuffer().AsSpan(0, (int)text.Length), DashboardJson.Default.DashboardMessage);
    }
}
