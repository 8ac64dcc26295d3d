using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>Reads what a plan names of one family's rollups.</summary>
internal sealed class RollupQuery
{
    private readonly FamilyRollup _rollup;
    private readonly RollupPlan _plan;

    // Where the family's components are in the plan.
    private readonly int[] _components;

    private RollupQuery(FamilyRollup rollup, RollupPlan plan)
    {
        _rollup = rollup;
        _plan = plan;
        _components = [.. plan.Components.Index().Where(pair => pair.Item.Fact.Family == rollup.Family).Select(static pair => pair.Index)];
    }

    /// <summary>One query per family that the plan reads.</summary>
    public static IReadOnlyList<RollupQuery> For(RollupPlan plan) =>
    [
        .. plan.Components.Select(static component => component.Fact.Family).Distinct().Select(family => new RollupQuery(FamilyRollup.Of(family), plan)),
    ];

    /// <summary>The statement that <see cref="ReadAsync"/> reads the result of.</summary>
    public NpgsqlBatchCommand ToCommand(Dimension? groupBy)
    {
        // Each range of days is a condition of its own: joined with a list of ranges Postgres cannot tell how little it
        // will find, and reads the whole table.
        var byDay = _plan.ByDay.Count == 0
            ? "false"
            : string.Join(" OR ", _plan.ByDay.Select(static (_, index) => $"start BETWEEN ${5 + (2 * index)} AND ${6 + (2 * index)}"));
        var sums = string.Join(", ", _components.Select(index => $"sum({_plan.Components[index].Name})"));
        var command = new NpgsqlBatchCommand($"""
            SELECT dimension, member, width_bucket(start, $4) AS edge, {sums}
            FROM (
                SELECT * FROM {_rollup.Table}
                WHERE dimension = ANY ($1) AND grain = 'month' AND start >= $2 AND start < $3 AND NOT ({byDay})
                UNION ALL
                SELECT * FROM {_rollup.Table}
                WHERE dimension = ANY ($1) AND grain = 'day' AND ({byDay})
            ) AS part
            GROUP BY dimension, member, edge
            ORDER BY edge
            """)
        {
            Parameters =
            {
                new() { Value = groupBy is { } dimension ? new[] { RollupKey.Total, RollupKey.NameOf(dimension) } : [RollupKey.Total] },
                new() { Value = IsStock ? DateOnly.MinValue : _plan.FromMonth, NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = _plan.Until },
                new() { Value = _plan.Edges.ToArray() },
            },
        };
        foreach (var days in _plan.ByDay)
        {
            command.Parameters.Add(new() { Value = days.From });
            command.Parameters.Add(new() { Value = days.To });
        }

        return command;
    }

    // What a stock holds is the sum of everything before.
    private bool IsStock => Array.Exists(_components, index => _plan.Components[index].AddsUp is AddsUp.Stock);

    /// <summary>The sums, by start.</summary>
    public async Task<IReadOnlyList<RollupRow>> ReadAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var read = new List<RollupRow>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var values = new decimal[_plan.Components.Count];
            for (var index = 0; index < _components.Length; index++)
            {
                values[_components[index]] = rows.GetDecimal(3 + index);
            }

            // Postgres numbers from 1 what begins at the first edge.
            var edge = rows.GetInt32(2);
            var start = edge == 0 ? DateOnly.MinValue : _plan.Edges[edge - 1];
            read.Add(new(RollupKey.DimensionOf(rows.GetString(0)), rows.GetString(1), start, values));
        }

        return read;
    }
}
