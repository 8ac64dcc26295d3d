using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Imports;

namespace Sophia.Data.Imports;

/// <summary>The files that people brought, and their records until they are imported.</summary>
/// <param name="database">The database.</param>
public sealed class ImportStore(NpgsqlDataSource database)
{
    /// <summary>The notification channel on which confirmed imports are announced.</summary>
    public const string Channel = "imports";

    // One short transaction per batch: a long one would hold the event log's readers back.
    private const int RowsPerTransaction = 5_000;

    private const string Columns = """
        id, kind, state, file_name, created_at, reading, rows, good_rows, bad_rows, bad_lines, columns, stages, preview, done, added, changed, kept, finished_at, added_records,
        changed_records
        """;

    private const string Insert = $"""
        INSERT INTO import ({Columns})
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, 0, 0, 0, NULL, 0, 0)
        """;

    private const string Reread = """
        UPDATE import SET good_rows = $2, bad_rows = $3, bad_lines = $4, columns = $5, stages = $6, preview = $7, rows = $8
        WHERE id = $1 AND state = 'preview'
        """;

    private const string Start = "UPDATE import SET state = $2, version = $3, done = 0, kept = 0, finished_at = NULL WHERE id = $1 AND state = $4";
    private const string Discard = "DELETE FROM import WHERE id = $1 AND state = 'preview'";

    private const string Remember = """
        INSERT INTO import_mapping (kind, headers, mapping) VALUES ($1, $2, $3)
        ON CONFLICT (kind, headers) DO UPDATE SET mapping = excluded.mapping
        """;

    /// <summary>Keeps the records of a file that is being read, in batches.</summary>
    public async Task StageAsync(Guid import, IReadOnlyList<(int Line, string[] Cells)> rows, CancellationToken cancellationToken)
    {
        foreach (var part in rows.Chunk(RowsPerTransaction))
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var copy = await connection.BeginBinaryImportAsync("COPY import_row (import_id, line, cells) FROM STDIN (FORMAT BINARY)", cancellationToken);
            foreach (var (line, cells) in part)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(import, NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(line, NpgsqlDbType.Integer, cancellationToken);
                await copy.WriteAsync(cells, NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }
    }

    /// <summary>The records behind a line, in order.</summary>
    public async Task<IReadOnlyList<(int Line, string[] Cells)>> ReadRowsAsync(Guid import, int afterLine, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT line, cells FROM import_row WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3");
        command.Parameters.Add(new() { Value = import });
        command.Parameters.Add(new() { Value = afterLine });
        command.Parameters.Add(new() { Value = limit });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<(int, string[])> rows = [];
        while (await row.ReadAsync(cancellationToken))
        {
            rows.Add((row.GetInt32(0), row.GetFieldValue<string[]>(1)));
        }

        return rows;
    }

    /// <summary>Keeps a file that is about to be read, so that its records can be staged; it is complete with <see cref="RereadAsync"/>.</summary>
    public async Task CreateAsync(Import import, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = import.Id });
        command.Parameters.Add(new() { Value = Name(import.Kind) });
        command.Parameters.Add(new() { Value = Name(import.State) });
        command.Parameters.Add(new() { Value = (object?)import.FileName ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = import.CreatedAt });
        command.Parameters.Add(new() { Value = import.Reading });
        command.Parameters.Add(new() { Value = import.Rows });
        AddLook(command, import);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Stores a preview's other reading.</summary>
    /// <returns>Whether it still was a preview.</returns>
    public async Task<bool> RereadAsync(Import import, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Reread);
        command.Parameters.Add(new() { Value = import.Id });
        AddLook(command, import);
        command.Parameters.Add(new() { Value = import.Rows });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Has an import written or taken back: the worker is woken.</summary>
    /// <param name="import">The import.</param>
    /// <param name="from">The state that it must be in.</param>
    /// <param name="to">The state that it gets.</param>
    /// <param name="version">What is written under it beats what earlier files said: milliseconds of the Unix epoch.</param>
    /// <param name="cancellationToken">Gives up; nothing has changed then.</param>
    /// <returns>Whether it was in that state.</returns>
    public async Task<bool> StartAsync(Guid import, ImportState from, ImportState to, long version, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(Start)
        {
            Parameters = { new() { Value = import }, new() { Value = Name(to) }, new() { Value = version }, new() { Value = Name(from) } },
        });
        batch.BatchCommands.Add(new($"NOTIFY {Channel}"));
        return await batch.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Discards a preview.</summary>
    /// <returns>Whether it was one.</returns>
    public async Task<bool> DiscardAsync(Guid import, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Discard);
        command.Parameters.Add(new() { Value = import });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>The import, or null where there is none.</summary>
    public async Task<Import?> FindAsync(Guid import, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"SELECT {Columns} FROM import WHERE id = $1");
        command.Parameters.Add(new() { Value = import });
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The oldest import that is to be written or taken back and the version to do it under, or null.</summary>
    public async Task<(Import Import, long Version)?> FindWaitingAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT id, version FROM import WHERE state IN ('importing', 'undoing') ORDER BY created_at LIMIT 1");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return null;
        }

        var (id, version) = (row.GetGuid(0), row.GetInt64(1));
        return await FindAsync(id, cancellationToken) is { } import ? (import, version) : null;
    }

    /// <summary>Imports, the newest first.</summary>
    public async Task<IReadOnlyList<Import>> ReadAsync(ImportKey? after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            SELECT {Columns} FROM import
            WHERE $1::timestamptz IS NULL OR (created_at, id) < ($1, $2)
            ORDER BY created_at DESC, id DESC LIMIT $3
            """);
        command.Parameters.Add(new() { Value = (object?)after?.CreatedAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = (object?)after?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Remembers how files with these headers are read.</summary>
    public async Task RememberAsync(ImportKind kind, IReadOnlyList<string> headers, ImportMapping mapping, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Remember);
        command.Parameters.Add(new() { Value = Name(kind) });
        command.Parameters.Add(new() { Value = headers.ToArray() });
        command.Parameters.Add(new() { Value = JsonSerializer.SerializeToUtf8Bytes(mapping, ImportJson.Default.ImportMapping), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How a file with these headers was last read, or null.</summary>
    public async Task<ImportMapping?> FindMappingAsync(ImportKind kind, IReadOnlyList<string> headers, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT mapping FROM import_mapping WHERE kind = $1 AND headers = $2");
        command.Parameters.Add(new() { Value = Name(kind) });
        command.Parameters.Add(new() { Value = headers.ToArray() });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(0), ImportJson.Default.ImportMapping) : null;
    }

    internal static string Name(ImportState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static string Name(ImportKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static void AddLook(NpgsqlCommand command, Import import)
    {
        command.Parameters.Add(new() { Value = import.GoodRows });
        command.Parameters.Add(new() { Value = import.BadRows });
        command.Parameters.Add(Json(JsonSerializer.SerializeToUtf8Bytes(import.BadLines, ImportJson.Default.IReadOnlyListBadLine)));
        command.Parameters.Add(Json(JsonSerializer.SerializeToUtf8Bytes(import.Columns, ImportJson.Default.IReadOnlyListImportColumn)));
        command.Parameters.Add(Json(JsonSerializer.SerializeToUtf8Bytes(import.Stages, ImportJson.Default.IReadOnlyListImportStage)));
        command.Parameters.Add(Json(JsonSerializer.SerializeToUtf8Bytes(import.Preview, ImportJson.Default.IReadOnlyListIReadOnlyDictionaryStringString)));
    }

    private static NpgsqlParameter Json(byte[] content) => new() { Value = content, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static async Task<List<Import>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<Import> read = [];
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            read.Add(new()
            {
                Id = row.GetGuid(0),
                Kind = Enum.Parse<ImportKind>(row.GetString(1), ignoreCase: true),
                State = Enum.Parse<ImportState>(row.GetString(2), ignoreCase: true),
                FileName = row.GetText(3),
                CreatedAt = row.GetFieldValue<DateTimeOffset>(4),
                Reading = row.GetString(5),
                Rows = row.GetInt32(6),
                GoodRows = row.GetInt32(7),
                BadRows = row.GetInt32(8),
                BadLines = JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(9), ImportJson.Default.IReadOnlyListBadLine)!,
                Columns = JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(10), ImportJson.Default.IReadOnlyListImportColumn)!,
                Stages = JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(11), ImportJson.Default.IReadOnlyListImportStage)!,
                Preview = JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(12), ImportJson.Default.IReadOnlyListIReadOnlyDictionaryStringString)!,
                Done = row.GetInt32(13),
                Added = row.GetInt32(14),
                Changed = row.GetInt32(15),
                Kept = row.GetInt32(16),
                FinishedAt = row.GetFieldValue<DateTimeOffset?>(17),
                AddedRecords = row.GetFieldValue<int?>(18),
                ChangedRecords = row.GetFieldValue<int?>(19),
            });
        }

        return read;
    }
}
