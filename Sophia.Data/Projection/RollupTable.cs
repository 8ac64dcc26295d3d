using Npgsql;

namespace Sophia.Data.Projection;

/// <summary>Moves the rows of a family's rollups.</summary>
internal sealed class RollupTable(FamilyRollup rollup)
{
    private readonly string[] _columns = [.. rollup.Components.Select(static component => component.Name)];
    private readonly string _upsert = Upsert(rollup.Table, [.. rollup.Components.Select(static component => component.Name)]);

    private readonly string _deleteEmpty = $"""
        DELETE FROM {rollup.Table} AS held
        USING unnest($1, $2, $3, $4) AS lessened (dimension, grain, start, member)
        WHERE held.dimension = lessened.dimension AND held.grain = lessened.grain AND held.start = lessened.start
          AND held.member = lessened.member AND held.entries = 0
        """;

    // Trailing zeros are cut off, so that a rebuild gives the same digits whatever was added and taken off on the way.
    private static string Upsert(string table, string[] columns) => $"""
        INSERT INTO {table} AS held (dimension, grain, start, member, entries, {string.Join(", ", columns)})
        SELECT dimension, grain, start, member, entries, {string.Join(", ", columns.Select(static column => $"trim_scale({column})"))}
        FROM unnest($1, $2, $3, $4, $5, {string.Join(", ", columns.Select(static (_, index) => $"${index + 6}"))})
            AS moved (dimension, grain, start, member, entries, {string.Join(", ", columns)})
        ON CONFLICT (dimension, grain, start, member) DO UPDATE SET
            entries = held.entries + excluded.entries,
            {string.Join(", ", columns.Select(static column => $"{column} = trim_scale(held.{column} + excluded.{column})"))}
        """;

    /// <summary>Adds the differences; a row that is left without contributions is deleted.</summary>
    public async Task AddAsync(
        NpgsqlConnection connection, List<KeyValuePair<RollupKey, RollupCell>> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        var upsert = new NpgsqlBatchCommand(_upsert);
        AddKeys(upsert, rows);
        upsert.Parameters.Add(new() { Value = rows.ConvertAll(static row => row.Value.Entries) });
        for (var component = 0; component < _columns.Length; component++)
        {
            var index = component;
            upsert.Parameters.Add(new() { Value = rows.ConvertAll(row => row.Value.Values[index]) });
        }

        batch.BatchCommands.Add(upsert);
        if (rows.FindAll(static row => row.Value.Entries < 0) is { Count: > 0 } lessened)
        {
            var delete = new NpgsqlBatchCommand(_deleteEmpty);
            AddKeys(delete, lessened);
            batch.BatchCommands.Add(delete);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AddKeys(NpgsqlBatchCommand command, List<KeyValuePair<RollupKey, RollupCell>> rows)
    {
        command.Parameters.Add(new() { Value = rows.ConvertAll(static row => row.Key.SplitBy) });
        command.Parameters.Add(new() { Value = rows.ConvertAll(static row => row.Key.Grain) });
        command.Parameters.Add(new() { Value = rows.ConvertAll(static row => row.Key.Start) });
        command.Parameters.Add(new() { Value = rows.ConvertAll(static row => row.Key.Member) });
    }
}
