using Npgsql;
using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>Moves the rows of <c>metric_rollup</c>.</summary>
internal static class RollupTable
{
    private static readonly string[] s_columns = [.. MetricComponents.All.Select(static component => component.Name)];

    // Trailing zeros are cut off, so that a rebuild gives the same digits whatever was added and taken off on the way.
    private static readonly string s_upsert = $"""
        INSERT INTO metric_rollup AS held (dimension, grain, start, member, entries, {string.Join(", ", s_columns)})
        SELECT dimension, grain, start, member, entries, {string.Join(", ", s_columns.Select(static column => $"trim_scale({column})"))}
        FROM unnest($1, $2, $3, $4, $5, {string.Join(", ", s_columns.Select(static (_, index) => $"${index + 6}"))})
            AS moved (dimension, grain, start, member, entries, {string.Join(", ", s_columns)})
        ON CONFLICT (dimension, grain, start, member) DO UPDATE SET
            entries = held.entries + excluded.entries,
            {string.Join(", ", s_columns.Select(static column => $"{column} = trim_scale(held.{column} + excluded.{column})"))}
        """;

    private const string DeleteEmpty = """
        DELETE FROM metric_rollup AS held
        USING unnest($1, $2, $3, $4) AS lessened (dimension, grain, start, member)
        WHERE held.dimension = lessened.dimension AND held.grain = lessened.grain AND held.start = lessened.start
          AND held.member = lessened.member AND held.entries = 0
        """;

    /// <summary>Adds the differences; a row that is left without contributions is deleted.</summary>
    public static async Task AddAsync(
        NpgsqlConnection connection, List<KeyValuePair<RollupKey, RollupCell>> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        var upsert = new NpgsqlBatchCommand(s_upsert);
        AddKeys(upsert, rows);
        upsert.Parameters.Add(new() { Value = rows.ConvertAll(static row => row.Value.Entries) });
        for (var component = 0; component < s_columns.Length; component++)
        {
            var index = component;
            upsert.Parameters.Add(new() { Value = rows.ConvertAll(row => row.Value.Values[index]) });
        }

        batch.BatchCommands.Add(upsert);
        if (rows.FindAll(static row => row.Value.Entries < 0) is { Count: > 0 } lessened)
        {
            var delete = new NpgsqlBatchCommand(DeleteEmpty);
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
