using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Events;

namespace Sophia.Data.EventLog;

/// <summary>Reads the event log in an order in which no late commit can be skipped.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Paces the waiting for late commits.</param>
public sealed class EventReader(NpgsqlDataSource database, TimeProvider clock)
{
    // An entry that is committed but not yet safe to read becomes so when another transaction ends, and nobody announces
    // that. These short looks, half a second in all, are cheaper than leaving it to the reader's slow sweep.
    private const int HeldBackLooks = 50;
    private static readonly TimeSpan s_heldBackPause = TimeSpan.FromMilliseconds(10);

    private const string FindCheckpoint = "SELECT transaction_id, position FROM reader_checkpoint WHERE reader = $1";

    // Every transaction below the snapshot's xmin has ended, so nothing can be committed behind the reader's back.
    private const string ReadSafe = """
        SELECT transaction_id, position, connection, kind, external_id, source_version, recorded_at, payload, traceparent
        FROM event_log
        WHERE (transaction_id, position) > ($1, $2) AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY transaction_id, position
        LIMIT $3
        """;

    private const string ReadSafeOfKind = """
        SELECT transaction_id, position, connection, kind, external_id, source_version, recorded_at, payload, traceparent
        FROM event_log
        WHERE kind = $4 AND (transaction_id, position) > ($1, $2) AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY transaction_id, position
        LIMIT $3
        """;

    private const string AnyBehind = """
        SELECT EXISTS (SELECT FROM event_log WHERE (transaction_id, position) > ($1, $2) AND ($3::text IS NULL OR kind = $3))
        """;

    /// <summary>How far <paramref name="reader"/> has gone; <see cref="LogPosition.Start"/> if it has not begun.</summary>
    public async Task<LogPosition> FindCheckpointAsync(string reader, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(FindCheckpoint);
        command.Parameters.Add(new() { Value = reader });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new(rows.GetFieldValue<ulong>(0), rows.GetInt64(1)) : LogPosition.Start;
    }

    /// <summary>The last entry that is committed, whether it is safe to read yet or not; <see cref="LogPosition.Start"/> if there is none.</summary>
    public async Task<LogPosition> FindEndAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT transaction_id, position FROM event_log ORDER BY transaction_id DESC, position DESC LIMIT 1");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new(rows.GetFieldValue<ulong>(0), rows.GetInt64(1)) : LogPosition.Start;
    }

    /// <summary>
    /// The next entries in log order. Entries that an unfinished transaction holds back are waited for, for half a second
    /// at most; empty means that there is nothing to read now.
    /// </summary>
    /// <param name="after">The last entry already dealt with.</param>
    /// <param name="kind">Only entries of this kind, for example <c>hubspot.notification</c>; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<LoggedEvent>> ReadAsync(LogPosition after, string? kind, int limit, CancellationToken cancellationToken)
    {
        for (var look = 0; ; look++)
        {
            var events = await ReadSafeAsync(after, kind, limit, cancellationToken);
            if (events.Count > 0 || look == HeldBackLooks || !await AnyBehindAsync(after, kind, cancellationToken))
            {
                return events;
            }

            await Task.Delay(s_heldBackPause, clock, cancellationToken);
        }
    }

    private async Task<List<LoggedEvent>> ReadSafeAsync(LogPosition after, string? kind, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(kind is null ? ReadSafe : ReadSafeOfKind);
        AddPosition(command, after);
        command.Parameters.Add(new() { Value = limit });
        if (kind is not null)
        {
            command.Parameters.Add(new() { Value = kind });
        }

        var events = new List<LoggedEvent>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            events.Add(new()
            {
                Position = new(rows.GetFieldValue<ulong>(0), rows.GetInt64(1)),
                Stream = new(rows.GetString(2), rows.GetString(3), rows.GetString(4)),
                SourceVersion = await rows.IsDBNullAsync(5, cancellationToken) ? null : rows.GetInt64(5),
                RecordedAt = rows.GetFieldValue<DateTimeOffset>(6),
                Payload = rows.GetFieldValue<byte[]>(7),
                TraceParent = rows.GetText(8),
            });
        }

        return events;
    }

    private async Task<bool> AnyBehindAsync(LogPosition after, string? kind, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(AnyBehind);
        AddPosition(command, after);
        command.Parameters.Add(new() { Value = (object?)kind ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static void AddPosition(NpgsqlCommand command, LogPosition position)
    {
        command.Parameters.Add(new() { Value = position.TransactionId, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = position.Position });
    }
}
