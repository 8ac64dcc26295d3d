using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Events;
using Sophia.Core.Imports;
using Sophia.Data.EventLog;

namespace Sophia.Data.Imports;

/// <summary>
/// Writes what imports tell into the event log, and takes it back. One process at a time does: what is there and what is
/// written are compared in between. Whatever interrupts it, the same batch again changes nothing twice.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="appender">The event log.</param>
/// <param name="clock">Gives versions and times.</param>
public sealed class ImportWriter(NpgsqlDataSource database, EventAppender appender, TimeProvider clock)
{
    /// <summary>The connection that files come through.</summary>
    public const string Connection = "import";

    // An object without content says that it is taken back.
    private static readonly byte[] s_nothing = "{}"u8.ToArray();

    private const string ReadHeld = """
        SELECT kind, external_id, content, import_id FROM import_object
        JOIN unnest($1, $2) AS key (kind, external_id) USING (kind, external_id)
        """;

    private const string StoreChanges = """
        INSERT INTO import_change (import_id, kind, external_id, previous, previous_by, stays)
        SELECT $1, kind, external_id, previous, previous_by, is_named AND previous IS NULL
        FROM unnest($2, $3, $4, $5, $6) AS changed (kind, external_id, previous, previous_by, is_named)
        ON CONFLICT DO NOTHING
        """;

    private const string StoreHeld = """
        INSERT INTO import_object (kind, external_id, import_id, version, content)
        SELECT kind, external_id, import_id, $4, content FROM unnest($1, $2, $3, $5) AS held (kind, external_id, content, import_id)
        ON CONFLICT (kind, external_id) DO UPDATE SET import_id = excluded.import_id, version = excluded.version, content = excluded.content
        """;

    private const string MoveOn = """
        UPDATE import SET
            done = $2, added = added + $3, changed = changed + $4, kept = kept + $5,
            added_records = added_records + $6, changed_records = changed_records + $7
        WHERE id = $1
        """;

    private const string ReadChanges = """
        SELECT change.kind, change.external_id, change.previous, change.previous_by, held.import_id
        FROM import_change AS change JOIN import_object AS held USING (kind, external_id)
        WHERE change.import_id = $1 AND NOT stays
        ORDER BY change.kind, change.external_id
        OFFSET $2 LIMIT $3
        """;

    private const string Finish = """
        UPDATE import SET state = $2, finished_at = $3 WHERE id = $1
        """;

    private const string ReportBrought = """
        INSERT INTO source_status (connection, last_attempt_at, last_success_at, history_loaded, history_before, loaded, total, is_brought)
        SELECT $1, $2, $2, true, pg_snapshot_xmax(pg_current_snapshot()), held, held, true
        FROM (SELECT count(*) AS held FROM import_object WHERE content IS NOT NULL) AS objects
        ON CONFLICT (connection) DO UPDATE SET
            last_attempt_at = excluded.last_attempt_at, last_success_at = excluded.last_success_at,
            history_before = excluded.history_before, loaded = excluded.loaded, total = excluded.total
        """;

    /// <summary>Writes a batch of objects.</summary>
    /// <param name="import">The import.</param>
    /// <param name="objects">The objects; of those told twice the last one counts. Those that others name come first.</param>
    /// <param name="done">How many of the import's records are done with them.</param>
    /// <param name="version">The import's version: what was confirmed later wins.</param>
    /// <param name="cancellationToken">Gives up; the batch can be written again.</param>
    public async Task WriteAsync(Import import, IReadOnlyList<BroughtObject> objects, int done, long version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        var last = new Dictionary<(string Kind, string Id), BroughtObject>();
        foreach (var brought in objects)
        {
            last[(brought.Kind, brought.ExternalId)] = brought;
        }

        var held = await ReadHeldAsync([.. last.Keys], cancellationToken);
        BroughtObject[] changed =
        [
            .. last.Values.Where(brought => held.GetValueOrDefault((brought.Kind, brought.ExternalId))?.Content is not { } content || !content.AsSpan().SequenceEqual(brought.Content)),
        ];
        // The log first: were the comparison stored and the log not, the rest would be lost.
        await AppendAsync(changed, version, cancellationToken);
        await StoreAsync(
            import.Id,
            [.. changed.Select(brought => (brought, held.GetValueOrDefault((brought.Kind, brought.ExternalId))))],
            owner: _ => import.Id,
            version, done, kept: 0, noteChanges: true, cancellationToken);
    }

    /// <summary>Takes back a batch of what an import changed.</summary>
    /// <param name="import">The import.</param>
    /// <param name="done">How many of its changes are dealt with already.</param>
    /// <param name="limit">How many to deal with.</param>
    /// <param name="version">Later than all that was written before.</param>
    /// <param name="cancellationToken">Gives up; the batch can be taken back again.</param>
    /// <returns>How many were dealt with; 0 at the end.</returns>
    public async Task<int> TakeBackAsync(Import import, int done, int limit, long version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        List<(BroughtObject Object, Guid? Before, Guid Holder)> changes = [];
        await using (var command = database.CreateCommand(ReadChanges))
        {
            command.Parameters.Add(new() { Value = import.Id });
            command.Parameters.Add(new() { Value = done });
            command.Parameters.Add(new() { Value = limit });
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
            {
                changes.Add((new(row.GetString(0), row.GetString(1), row.GetByteArray(2), IsNamed: false), row.GetFieldValue<Guid?>(3), row.GetGuid(4)));
            }
        }

        var own = changes.FindAll(change => change.Holder == import.Id);
        var before = own.ToDictionary(static change => (change.Object.Kind, change.Object.ExternalId), static change => change.Before);
        BroughtObject[] restored = [.. own.Select(static change => change.Object)];
        await AppendAsync(restored, version, cancellationToken);
        await StoreAsync(
            import.Id,
            [.. restored.Select(static brought => (brought, (HeldObject?)null))],
            owner: brought => before[(brought.Kind, brought.ExternalId)] ?? import.Id,
            version, done + changes.Count, kept: changes.Count - own.Count, noteChanges: false, cancellationToken);
        return changes.Count;
    }

    /// <summary>The import is written or taken back.</summary>
    public async Task FinishAsync(Guid import, ImportState state, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(Finish) { Parameters = { new() { Value = import }, new() { Value = ImportStore.Name(state) }, new() { Value = now } } });
        batch.BatchCommands.Add(new(ReportBrought) { Parameters = { new() { Value = Connection }, new() { Value = now } } });
        if (state is ImportState.Undone)
        {
            batch.BatchCommands.Add(new("DELETE FROM import_change WHERE import_id = $1") { Parameters = { new() { Value = import } } });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<Dictionary<(string Kind, string Id), HeldObject>> ReadHeldAsync((string Kind, string Id)[] keys, CancellationToken cancellationToken)
    {
        var held = new Dictionary<(string, string), HeldObject>();
        await using var command = database.CreateCommand(ReadHeld);
        command.Parameters.Add(new() { Value = Array.ConvertAll(keys, static key => key.Kind) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(keys, static key => key.Id) });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            held[(row.GetString(0), row.GetString(1))] = new(row.GetByteArray(2), row.GetGuid(3));
        }

        return held;
    }

    private async Task AppendAsync(BroughtObject[] objects, long version, CancellationToken cancellationToken)
    {
        foreach (var part in objects.Chunk(EventAppender.LargestBatch))
        {
            await appender.AppendAsync(
                [.. part.Select(brought => new NewEvent
                {
                    Stream = new(Connection, brought.Kind, brought.ExternalId), SourceVersion = version, Payload = brought.Content ?? s_nothing,
                })],
                cursor: null, checkpoint: null, cancellationToken);
        }
    }

    private async Task StoreAsync(
        Guid import, (BroughtObject Object, HeldObject? Before)[] objects, Func<BroughtObject, Guid> owner, long version, int done, int kept,
        bool noteChanges, CancellationToken cancellationToken)
    {
        string[] kinds = [.. objects.Select(static one => one.Object.Kind)];
        string[] ids = [.. objects.Select(static one => one.Object.ExternalId)];
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        if (noteChanges)
        {
            batch.BatchCommands.Add(new(StoreChanges)
            {
                Parameters =
                {
                    new() { Value = import },
                    new() { Value = kinds },
                    new() { Value = ids },
                    Bytes([.. objects.Select(static one => one.Before?.Content)]),
                    new() { Value = objects.Select(static one => one.Before?.By).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                    new() { Value = objects.Select(static one => one.Object.IsNamed).ToArray() },
                },
            });
        }

        batch.BatchCommands.Add(new(StoreHeld)
        {
            Parameters =
            {
                new() { Value = kinds },
                new() { Value = ids },
                Bytes([.. objects.Select(static one => one.Object.Content)]),
                new() { Value = version },
                new() { Value = objects.Select(one => owner(one.Object)).ToArray() },
            },
        });
        batch.BatchCommands.Add(new(MoveOn)
        {
            Parameters =
            {
                new() { Value = import },
                new() { Value = done },
                new() { Value = noteChanges ? objects.Count(static one => one.Before?.Content is null) : 0 },
                new() { Value = noteChanges ? objects.Count(static one => one.Before?.Content is not null) : 0 },
                new() { Value = kept },
                new() { Value = noteChanges ? objects.Count(static one => !one.Object.IsNamed && one.Before?.Content is null) : 0 },
                new() { Value = noteChanges ? objects.Count(static one => !one.Object.IsNamed && one.Before?.Content is not null) : 0 },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static NpgsqlParameter Bytes(byte[]?[] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };
}
