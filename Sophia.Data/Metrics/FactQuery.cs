using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>
/// Reads components that share a source of facts and a way of adding up straight from the facts: what rollups do not tell, since they
/// are split by one dimension at a time. The SQL is generated from the same definitions as the rollups'.
/// </summary>
internal sealed class FactQuery : ComponentQuery
{
    private readonly FactSource _source;
    private readonly AddsUp _addsUp;
    private readonly Dimension? _groupBy;
    private readonly IReadOnlyList<MetricFilter> _filters;

    // Whether the rows are the whole, too: not where one belongs to several members, which are then read apart from the whole.
    private readonly bool _isWhole;

    private FactQuery(RollupPlan plan, FactSource source, AddsUp addsUp, Dimension? groupBy, IReadOnlyList<MetricFilter> filters, bool isWhole)
        : base(plan, IndexesOf(plan, component => component.Fact == source && component.AddsUp == addsUp))
    {
        _source = source;
        _addsUp = addsUp;
        _groupBy = groupBy;
        _filters = filters;
        _isWhole = isWhole;
    }

    /// <summary>The queries that together read a family's components.</summary>
    public static IEnumerable<FactQuery> For(RollupPlan plan, MetricQuery query, FactFamily family)
    {
        foreach (var (source, addsUp) in plan.Components
            .Where(component => component.Fact.Family == family)
            .Select(static component => (component.Fact, component.AddsUp))
            .Distinct())
        {
            if (query.GroupBy is { } groupBy && FactSql.IsList(groupBy))
            {
                yield return new(plan, source, addsUp, groupBy, query.Filters, isWhole: false);
                yield return new(plan, source, addsUp, null, query.Filters, isWhole: true);
            }
            else
            {
                yield return new(plan, source, addsUp, query.GroupBy, query.Filters, isWhole: true);
            }
        }
    }

    public override NpgsqlBatchCommand ToCommand()
    {
        var member = _groupBy is { } dimension ? FactSql.Member(_source, dimension) : "''";
        var values = Components.Select(static (component, index) => $"{FactSql.Value(component)} AS value{index}");
        var sums = Components.Select((_, index) => _addsUp is AddsUp.Stock
            ? $"coalesce(sum(sign * value{index}), 0)::numeric"
            : $"coalesce(sum(value{index}), 0)::numeric");
        var (from, until) = FactSql.Days(_addsUp);
        var moments = _addsUp is AddsUp.Stock
            ? "CROSS JOIN LATERAL (VALUES (begins, 1), (ends, -1)) AS moment (day, sign)"
            : "CROSS JOIN LATERAL (VALUES (begins)) AS moment (day)";
        var dimensions = _filters.Select(static filter => filter.Dimension).Concat(_groupBy is { } split ? [split] : []);
        var command = new NpgsqlBatchCommand($"""
            SELECT member, width_bucket(day, $1) AS edge, {string.Join(", ", sums)}
            FROM (
                SELECT {from} AS begins, {until} AS ends, {(_groupBy is { } list && FactSql.IsList(list) ? $"unnest({member})" : member)} AS member,
                       {string.Join(", ", values)}
                FROM {FactSql.From(_source, dimensions)}
                  AND {from} IS NOT NULL AND ({FactSql.Condition(Components)}){string.Concat(_filters.Select((filter, index) => $" AND {FactSql.Keeps(_source, filter.Dimension, 4 + index)}"))}
            ) AS fact {moments}
            WHERE day >= $2 AND day < $3{OnlyFiltered()}
            GROUP BY member, edge
            """)
        {
            Parameters =
            {
                new() { Value = Plan.Edges.ToArray() },
                // What a stock holds is the sum of everything before.
                new() { Value = _addsUp is AddsUp.Stock ? DateOnly.MinValue : Plan.Edges[0], NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = Plan.Until },
            },
        };
        foreach (var filter in _filters)
        {
            command.Parameters.Add(new() { Value = filter.Members.ToArray() });
        }

        return command;
    }

    // A fact of several members is kept for one of them; the others are not asked for.
    private string OnlyFiltered() => !_isWhole && _filters.Index().FirstOrDefault(pair => pair.Item.Dimension == _groupBy) is { Item: not null } found
        ? $" AND member = ANY (${4 + found.Index})"
        : "";

    public override async Task ReadAsync(NpgsqlDataReader rows, List<RollupRow> sums, CancellationToken cancellationToken)
    {
        while (await rows.ReadAsync(cancellationToken))
        {
            var start = StartOf(rows.GetInt32(1));
            var values = Values(rows, 2);
            if (_groupBy is { } dimension)
            {
                sums.Add(new(dimension, rows.GetString(0), start, values));
            }

            if (_isWhole)
            {
                sums.Add(new(null, "", start, values));
            }
        }
    }
}
