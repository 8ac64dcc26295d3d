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
        var columns = string.Join(", ", plan.Components.Select(static component => component.Name));
        return new($"""
            SELECT dimension, member, start, {columns}
            FROM metric_rollup
            WHERE dimension = ANY ($1) AND grain = 'month' AND start >= $2 AND start < $3
              AND NOT EXISTS (SELECT FROM unnest($4, $5) AS by_day (first, last) WHERE start BETWEEN first AND last)
            UNION ALL
            SELECT dimension, member, start, {columns}
            FROM unnest($4, $5) AS by_day (first, last)
            JOIN metric_rollup ON dimension = ANY ($1) AND grain = 'day' AND start BETWEEN first AND last
            ORDER BY start
            """)
        {
            Parameters =
            {
                new() { Value = groupBy is { } dimension ? new[] { RollupKey.Total, RollupKey.NameOf(dimension) } : [RollupKey.Total] },
                new() { Value = plan.FromMonth ?? DateOnly.MinValue, NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = plan.Until },
                new() { Value = plan.ByDay.Select(static days => days.From).ToArray() },
                new() { Value = plan.ByDay.Select(static days => days.To).ToArray() },
            },
        };
    }

    /// <summary>The rows, by start.</summary>
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

            read.Add(new(RollupKey.DimensionOf(rows.GetString(0)), rows.GetString(1), rows.GetFieldValue<DateOnly>(2), values));
        }

        return read;
    }
}
