using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Sophia.Data.EventLog;

/// <summary>
/// The process's one LISTEN connection. It is opened when the first <see cref="LogSignal"/> asks, and opened again
/// whenever it breaks.
/// </summary>
internal sealed partial class NotificationListener(NpgsqlDataSource database, TimeProvider clock, ILogger<NotificationListener> logger) : IAsyncDisposable
{
    private static readonly TimeSpan s_shortestBackoff = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestBackoff = TimeSpan.FromSeconds(5);

    // A connection that died without a word is found by the ping after this long.
    private static readonly TimeSpan s_ping = TimeSpan.FromSeconds(15);

    private static readonly string[] s_channels =
    [
        EventAppender.Channel, Messaging.OutboxRelay.Channel, Sources.SyncRequests.Channel, Imports.ImportStore.Channel,
        Alerts.AlertChannels.Changed, Alerts.AlertChannels.Work,
    ];

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();

    // Bounded by the workers of the process, each of which holds one signal.
    private ImmutableArray<LogSignal> _signals = [];
    private Task _loop = Task.CompletedTask;

    /// <summary>Whether what is announced on a channel is heard.</summary>
    public static bool Hears(string channel) => s_channels.Contains(channel, StringComparer.Ordinal);

    public void Add(LogSignal signal)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
            if (_signals.IsEmpty && _loop.IsCompleted)
            {
                _loop = Task.Run(ListenAsync);
            }

            _signals = _signals.Add(signal);
        }
    }

    public void Remove(LogSignal signal)
    {
        lock (_gate)
        {
            _signals = _signals.Remove(signal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync();
            await _loop;
            _stopping.Dispose();
        }
    }

    private async Task ListenAsync()
    {
        var backoff = s_shortestBackoff;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(_stopping.Token);
                connection.Notification += (_, notification) => Wake(notification.Channel);
                await ExecuteAsync(connection, string.Join(';', s_channels.Select(static channel => $"LISTEN {channel}")));
                backoff = s_shortestBackoff;

                // Whatever was announced while nobody listened is unknown, so everybody looks.
                Wake(channel: null);
                await PumpAsync(connection);
            }
            catch (Exception exception) when (!_stopping.IsCancellationRequested)
            {
                // The database may be away for a while; the waits' own time limits carry the readers meanwhile.
                LogLost(exception, backoff.TotalMilliseconds);
                await Task.Delay(backoff, clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                backoff = TimeSpan.FromTicks(Math.Min(backoff.Ticks * 2, s_longestBackoff.Ticks));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task PumpAsync(NpgsqlConnection connection)
    {
        while (true)
        {
            if (!await connection.WaitAsync(s_ping, _stopping.Token))
            {
                await ExecuteAsync(connection, "SELECT 1");
            }
        }
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(_stopping.Token);
    }

    private void Wake(string? channel)
    {
        foreach (var signal in _signals)
        {
            signal.Wake(channel);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Lost the notification connection; trying again in {Milliseconds} ms")]
    private partial void LogLost(Exception exception, double milliseconds);
}
