using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>Reads and writes one kind of fact in bulk.</summary>
internal abstract class FactTable<TFact>(string name, string columns) : IFactTable
    where TFact : Fact
{
    string IFactTable.Name => name;

    Type IFactTable.Fact => typeof(TFact);

    async Task<object> IFactTable.MergeAsync(NpgsqlConnection connection, IReadOnlyList<MappedFact> mapped, CancellationToken cancellationToken) =>
        await MergeAsync(connection, mapped, cancellationToken);

    Task IFactTable.StoreAsync(NpgsqlConnection connection, object merge, CancellationToken cancellationToken) =>
        StoreAsync(connection, (FactMerge<TFact>)merge, cancellationToken);

    private readonly string _load = $"""
        SELECT connection, external_id, source_version, is_removed, recorded_from, {columns}
        FROM {name} JOIN unnest($1, $2) AS key (connection, external_id) USING (connection, external_id)
        """;

    private readonly string _all = $"SELECT connection, external_id, source_version, is_removed, recorded_from, {columns} FROM {name}";

    private readonly string _delete = $"""
        DELETE FROM {name} USING unnest($1, $2) AS key (connection, external_id)
        WHERE {name}.connection = key.connection AND {name}.external_id = key.external_id
        """;

    private readonly string _copy = $"COPY {name} (connection, external_id, source_version, is_removed, recorded_from, {columns}) FROM STDIN (FORMAT BINARY)";
    private readonly string _copyHistory = $"COPY {name}_history (connection, external_id, source_version, is_removed, recorded_from, {columns}, recorded_to) FROM STDIN (FORMAT BINARY)";

    /// <summary>The merge of what the log says next with what the table holds; nothing is written.</summary>
    public async Task<FactMerge<TFact>> MergeAsync(
        NpgsqlConnection connection, IReadOnlyList<MappedFact> mapped, CancellationToken cancellationToken)
    {
        var said = mapped
            .Where(static entry => entry.Fact is TFact)
            .Select(entry => (Fact: Normalize((TFact)entry.Fact), entry.RecordedAt))
            .ToArray();
        var known = said.Length == 0 ? [] : await ReadAsync(connection, [.. said.Select(static entry => entry.Fact.Key).Distinct()], cancellationToken);
        var merge = new FactMerge<TFact>(known, SameContent);
        foreach (var (fact, recordedAt) in said)
        {
            merge.Add(fact, recordedAt);
        }

        return merge;
    }

    /// <summary>The facts with these keys; keys that are unknown are left out.</summary>
    public async Task<Dictionary<FactKey, FactVersion<TFact>>> ReadAsync(
        NpgsqlConnection connection, FactKey[] keys, CancellationToken cancellationToken)
    {
        var known = new Dictionary<FactKey, FactVersion<TFact>>(keys.Length);
        await using var command = new NpgsqlCommand(_load, connection);
        AddKeys(command, keys);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var version = ReadVersion(row);
            known[version.Fact.Key] = version;
        }

        return known;
    }

    /// <summary>Every fact of the table, in no order; removed ones as well.</summary>
    public async IAsyncEnumerable<FactVersion<TFact>> ReadAllAsync(
        NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_all, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return ReadVersion(row);
        }
    }

    /// <summary>Writes what a merge changed.</summary>
    public async Task StoreAsync(NpgsqlConnection connection, FactMerge<TFact> merge, CancellationToken cancellationToken)
    {
        var changes = merge.Changes.ToArray();
        var replaced = changes.Where(static change => change.Before is not null).Select(static change => change.After.Fact.Key).ToArray();
        if (replaced.Length > 0)
        {
            await using var command = new NpgsqlCommand(_delete, connection);
            AddKeys(command, replaced);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        if (changes.Length > 0)
        {
            await using var rows = await connection.BeginBinaryImportAsync(_copy, cancellationToken);
            foreach (var change in changes)
            {
                await WriteAsync(rows, change.After.Fact, change.After.RecordedFrom, cancellationToken);
            }

            await rows.CompleteAsync(cancellationToken);
        }

        if (merge.Superseded.Count > 0)
        {
            await using var rows = await connection.BeginBinaryImportAsync(_copyHistory, cancellationToken);
            foreach (var superseded in merge.Superseded)
            {
                await WriteAsync(rows, superseded.Fact, superseded.RecordedFrom, cancellationToken);
                await rows.WriteAsync(superseded.RecordedTo, NpgsqlDbType.TimestampTz, cancellationToken);
            }

            await rows.CompleteAsync(cancellationToken);
        }
    }

    /// <summary>The fact as Postgres will give it back, so that comparing does not depend on whether it was stored meanwhile.</summary>
    protected abstract TFact Normalize(TFact fact);

    /// <summary>Whether two versions say the same, whatever their source version.</summary>
    protected abstract bool SameContent(TFact left, TFact right);

    /// <summary>Reads a fact; its own columns begin at <paramref name="column"/>.</summary>
    protected abstract TFact Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column);

    /// <summary>Writes the fact's own columns.</summary>
    protected abstract Task WriteAsync(NpgsqlBinaryImporter row, TFact fact, CancellationToken cancellationToken);

    /// <summary>Writes a column that may be null.</summary>
    protected static Task WriteAsync<T>(NpgsqlBinaryImporter row, T? value, NpgsqlDbType type, CancellationToken cancellationToken) =>
        value is null ? row.WriteNullAsync(cancellationToken) : row.WriteAsync(value, type, cancellationToken);

    private static void AddKeys(NpgsqlCommand command, FactKey[] keys)
    {
        command.Parameters.Add(new() { Value = Array.ConvertAll(keys, static key => key.Connection) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(keys, static key => key.ExternalId) });
    }

    private FactVersion<TFact> ReadVersion(NpgsqlDataReader row)
    {
        var key = new FactKey(row.GetString(0), row.GetString(1));
        return new(Read(row, key, row.GetInt64(2), row.GetBoolean(3), 5), row.GetFieldValue<DateTimeOffset>(4));
    }

    private async Task WriteAsync(NpgsqlBinaryImporter row, TFact fact, DateTimeOffset recordedFrom, CancellationToken cancellationToken)
    {
        await row.StartRowAsync(cancellationToken);
        await row.WriteAsync(fact.Key.Connection, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.Key.ExternalId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.SourceVersion, NpgsqlDbType.Bigint, cancellationToken);
        await row.WriteAsync(fact.IsRemoved, NpgsqlDbType.Boolean, cancellationToken);
        await row.WriteAsync(recordedFrom, NpgsqlDbType.TimestampTz, cancellationToken);
        await WriteAsync(row, fact, cancellationToken);
    }
}
