using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Events;
using Sophia.Core.Telemetry;

namespace Sophia.Data.EventLog;

/// <summary>Appends to the event log.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Gives the entries their time.</param>
/// <param name="telemetry">Counts what is appended and dropped.</param>
public sealed class EventAppender(NpgsqlDataSource database, TimeProvider clock, DataTelemetry telemetry)
{
    /// <summary>
    /// The most events of one call. An open transaction holds every reader of the log back, so it has to be short.
    /// </summary>
    public const int LargestBatch = 10_000;

    /// <summary>The notification channel on which every append is announced.</summary>
    public const string Channel = "event_log";

    // A stream met for the first time gets its head here, so that afterwards every head exists and can be locked. Both
    // statements go by ascending id: two appenders that share streams queue up instead of blocking each other for ever.
    private const string CreateHeads = """
        INSERT INTO event_stream (stream_id)
        SELECT id FROM unnest($1) AS id ORDER BY id
        ON CONFLICT DO NOTHING
        """;

    private const string LockHeads = """
        SELECT stream_id, identity FROM event_stream WHERE stream_id = ANY ($1) ORDER BY stream_id FOR UPDATE
        """;

    private const string InsertEntries = """
        INSERT INTO event_log (stream_id, connection, kind, external_id, source_version, identity, recorded_at, payload, traceparent)
        SELECT stream_id, connection, kind, external_id, source_version, identity, $8, payload, $9
        FROM unnest($1, $2, $3, $4, $5, $6, $7) WITH ORDINALITY
            AS entry (stream_id, connection, kind, external_id, source_version, identity, payload, ordinal)
        ORDER BY ordinal
        """;

    private const string MoveHeads = """
        UPDATE event_stream SET identity = head.identity
        FROM unnest($1, $2) AS head (stream_id, identity)
        WHERE event_stream.stream_id = head.stream_id
        """;

    private const string StoreCursor = """
        INSERT INTO sync_cursor (connection, resource, state) VALUES ($1, $2, $3)
        ON CONFLICT (connection, resource) DO UPDATE SET state = excluded.state
        """;

    /// <summary>
    /// Appends, in one short transaction, the events that differ from the newest entry of their stream, and stores
    /// <paramref name="cursor"/> and <paramref name="checkpoint"/> with them: all of it or nothing.
    /// </summary>
    /// <param name="events">At most <see cref="LargestBatch"/>, in the order in which the source said them.</param>
    /// <param name="cursor">How far the connector has read, or null.</param>
    /// <param name="checkpoint">How far the reader that produced the events has read, or null.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many events.</exception>
    public async Task<AppendResult> AppendAsync(
        IReadOnlyList<NewEvent> events, SyncCursor? cursor, ReaderCheckpoint? checkpoint, CancellationToken cancellationToken)
    {
        if (events.Count > LargestBatch)
        {
            throw new ArgumentOutOfRangeException(nameof(events), events.Count, $"At most {LargestBatch} events are appended at once.");
        }

        var entries = events.Select(static entry => new Entry(entry, EventIdentity.Of(entry.Stream), EventIdentity.Of(entry))).ToArray();

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var heads = entries.Length == 0 ? [] : await LockHeadsAsync(connection, entries, cancellationToken);
        var fresh = DropRepetitions(entries, heads);
        await StoreAsync(connection, fresh, heads, cursor, checkpoint, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        var result = new AppendResult(fresh.Count, entries.Length - fresh.Count);
        telemetry.Appended.Add(result.Appended);
        telemetry.Dropped.Add(result.Dropped);
        return result;
    }

    private static async Task<Dictionary<Guid, Guid?>> LockHeadsAsync(
        NpgsqlConnection connection, Entry[] entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(static entry => entry.StreamId).Distinct().ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(CreateHeads) { Parameters = { new() { Value = ids } } },
                new(LockHeads) { Parameters = { new() { Value = ids } } },
            },
        };

        var heads = new Dictionary<Guid, Guid?>(ids.Length);
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            heads[rows.GetGuid(0)] = await rows.IsDBNullAsync(1, cancellationToken) ? null : rows.GetGuid(1);
        }

        return heads;
    }

    private static List<Entry> DropRepetitions(Entry[] entries, Dictionary<Guid, Guid?> heads)
    {
        var fresh = new List<Entry>(entries.Length);
        foreach (var entry in entries)
        {
            if (heads[entry.StreamId] != entry.Identity)
            {
                heads[entry.StreamId] = entry.Identity;
                fresh.Add(entry);
            }
        }

        return fresh;
    }

    private async Task StoreAsync(
        NpgsqlConnection connection, List<Entry> fresh, Dictionary<Guid, Guid?> heads, SyncCursor? cursor, ReaderCheckpoint? checkpoint, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (fresh.Count > 0)
        {
            batch.BatchCommands.Add(Insert(fresh));
            var moved = fresh.Select(static entry => entry.StreamId).Distinct().ToArray();
            batch.BatchCommands.Add(new(MoveHeads)
            {
                Parameters = { new() { Value = moved }, new() { Value = Array.ConvertAll(moved, id => heads[id]!.Value) } },
            });
            batch.BatchCommands.Add(new($"NOTIFY {Channel}"));
        }

        if (cursor is not null)
        {
            batch.BatchCommands.Add(new(StoreCursor)
            {
                Parameters = { new() { Value = cursor.Connection }, new() { Value = cursor.Resource }, new() { Value = cursor.State } },
            });
        }

        if (checkpoint is not null)
        {
            batch.BatchCommands.Add(checkpoint.ToCommand());
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private NpgsqlBatchCommand Insert(List<Entry> fresh) => new(InsertEntries)
    {
        Parameters =
        {
            new() { Value = fresh.ConvertAll(static entry => entry.StreamId) },
            new() { Value = fresh.ConvertAll(static entry => entry.Event.Stream.Connection) },
            new() { Value = fresh.ConvertAll(static entry => entry.Event.Stream.Kind) },
            new() { Value = fresh.ConvertAll(static entry => entry.Event.Stream.ExternalId) },
            new() { Value = fresh.ConvertAll(static entry => entry.Event.SourceVersion) },
            new() { Value = fresh.ConvertAll(static entry => entry.Identity) },
            new() { Value = fresh.ConvertAll(static entry => entry.Event.Payload), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
            new() { Value = clock.GetUtcNow() },
            NullableParameter.Of(ChangeTrace.Parent, NpgsqlDbType.Text),
        },
    };

    private readonly record struct Entry(NewEvent Event, Guid StreamId, Guid Identity);
}
