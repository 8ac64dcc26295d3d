using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>Reads what a plan names of one family's rollups.</summary>
internal sealed class RollupQuery : ComponentQuery
{
    private readonly FamilyRollup _rollup;
    private readonly Dimension? _groupBy;
    private readonly MetricFilter? _filter;

    private RollupQuery(FamilyRollup rollup, RollupPlan plan, Dimension? groupBy, MetricFilter? filter)
        : base(plan, IndexesOf(plan, component => component.Fact.Family == rollup.Family))
    {
        _rollup = rollup;
        _groupBy = groupBy;
        _filter = filter;
    }

    // What a stock holds is the sum of everything before.
    private bool IsStock => Components.Any(static component => component.AddsUp is AddsUp.Stock);

    /// <summary>The query, or null where the rollups do not tell what is asked: they are split by one dimension at a time.</summary>
    public static RollupQuery? For(RollupPlan plan, MetricQuery query, FactFamily family)
    {
        var rollup = FamilyRollup.Of(family);
        return (query.GroupBy, query.Filters) switch
        {
            (null, []) => new(rollup, plan, null, null),
            ({ } groupBy, []) when rollup.Dimensions.Contains(groupBy) => new(rollup, plan, groupBy, null),
            // What belongs to several members would be counted several times in the whole.
            (var groupBy, [var filter]) when rollup.Dimensions.Contains(filter.Dimension) && !FactSql.IsList(filter.Dimension)
                && (groupBy is null || groupBy == filter.Dimension) => new(rollup, plan, groupBy, filter),
            _ => null,
        };
    }

    public override NpgsqlBatchCommand ToCommand()
    {
        // Each range of days is a condition of its own: joined with a list of ranges Postgres cannot tell how little it
        // will find, and reads the whole table.
        var byDay = Plan.ByDay.Count == 0
            ? "false"
            : string.Join(" OR ", Plan.ByDay.Select(static (_, index) => $"start BETWEEN ${6 + (2 * index)} AND ${7 + (2 * index)}"));
        var sums = string.Join(", ", Components.Select(static component => $"sum({component.Name})"));
        var command = new NpgsqlBatchCommand($"""
            SELECT dimension, member, width_bucket(start, $4) AS edge, {sums}
            FROM (
                SELECT * FROM {_rollup.Table}
                WHERE dimension = ANY ($1) AND grain = 'month' AND start >= $2 AND start < $3 AND NOT ({byDay})
                UNION ALL
                SELECT * FROM {_rollup.Table}
                WHERE dimension = ANY ($1) AND grain = 'day' AND ({byDay})
            ) AS part
            WHERE $5 IS NULL OR member = ANY ($5)
            GROUP BY dimension, member, edge
            ORDER BY edge
            """)
        {
            Parameters =
            {
                new() { Value = DimensionsRead() },
                new() { Value = IsStock ? DateOnly.MinValue : Plan.FromMonth, NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = Plan.Until },
                new() { Value = Plan.Edges.ToArray() },
                new() { Value = (object?)_filter?.Members.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
        foreach (var days in Plan.ByDay)
        {
            command.Parameters.Add(new() { Value = days.From });
            command.Parameters.Add(new() { Value = days.To });
        }

        return command;
    }

    public override async Task ReadAsync(NpgsqlDataReader rows, List<RollupRow> sums, CancellationToken cancellationToken)
    {
        while (await rows.ReadAsync(cancellationToken))
        {
            var dimension = RollupKey.DimensionOf(rows.GetString(0));
            var start = StartOf(rows.GetInt32(2));
            var values = Values(rows, 3);
            if (_filter is null || _groupBy is not null)
            {
                sums.Add(new(dimension, rows.GetString(1), start, values));
            }

            if (_filter is not null)
            {
                sums.Add(new(null, "", start, values));
            }
        }
    }

    private string[] DimensionsRead() => (_groupBy, _filter) switch
    {
        (_, { } filter) => [RollupKey.NameOf(filter.Dimension)],
        ({ } groupBy, null) => [RollupKey.Total, RollupKey.NameOf(groupBy)],
        (null, null) => [RollupKey.Total],
    };
}
