using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>Reads the rollups that a plan names.</summary>
internal static class RollupQuery
{
    /// <summary>The statement that <see cref="ReadAsync"/> reads the result of.</summary>
    public static NpgsqlBatchCommand ToCommand(RollupPlan plan, Dimension? groupBy)
    {
        // Each range of days is a condition of its own: joined with a list of ranges Postgres cannot tell how little it
        // will find, and reads the whole table.
        var byDay = plan.ByDay.Count == 0
            ? "false"
            : string.Join(" OR ", plan.ByDay.Select(static (_, index) => $"start BETWEEN ${5 + (2 * index)} AND ${6 + (2 * index)}"));
        var sums = string.Join(", ", plan.Components.Select(static component => $"sum({component.Name})"));
        var command = new NpgsqlBatchCommand($"""
            SELECT dimension, member, width_bucket(start, $4) AS edge, {sums}
            FROM (
                SELECT * FROM metric_rollup
                WHERE dimension = ANY ($1) AND grain = 'month' AND start >= $2 AND start < $3 AND NOT ({byDay})
                UNION ALL
                SELECT * FROM metric_rollup
                WHERE dimension = ANY ($1) AND grain = 'day' AND ({byDay})
            ) AS part
            GROUP BY dimension, member, edge
            ORDER BY edge
            """)
        {
            Parameters =
            {
                new() { Value = groupBy is { } dimension ? new[] { RollupKey.Total, RollupKey.NameOf(dimension) } : [RollupKey.Total] },
                new() { Value = plan.FromMonth ?? DateOnly.MinValue, NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = plan.Until },
                new() { Value = plan.Edges.ToArray() },
            },
        };
        foreach (var days in plan.ByDay)
        {
            command.Parameters.Add(new() { Value = days.From });
            command.Parameters.Add(new() { Value = days.To });
        }

        return command;
    }

    /// <summary>The sums, by start.</summary>
    public static async Task<IReadOnlyList<RollupRow>> ReadAsync(NpgsqlDataReader rows, RollupPlan plan, CancellationToken cancellationToken)
    {
        var read = new List<RollupRow>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var values = new decimal[plan.Components.Count];
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = rows.GetDecimal(3 + index);
            }

            // Postgres numbers from 1 what begins at the first edge.
            var edge = rows.GetInt32(2);
            var start = edge == 0 ? DateOnly.MinValue : plan.Edges[edge - 1];
            read.Add(new(RollupKey.DimensionOf(rows.GetString(0)), rows.GetString(1), start, values));
        }

        return read;
    }
}
