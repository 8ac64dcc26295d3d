using Npgsql;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Data.Metrics;

/// <summary>Reads the metrics of a query that the same filters apply to.</summary>
internal sealed class MetricReading
{
    private readonly MetricQuery _query;
    private readonly RollupPlan _plan;
    private readonly ComponentQuery[] _components;

    private MetricReading(MetricQuery query, DateOnly today)
    {
        _query = query;
        _plan = RollupPlan.For(query, today);
        Families = [.. _plan.Components.Select(static component => component.Fact.Family).Distinct()];
        _components = [.. Families.SelectMany(Queries)];
    }

    /// <summary>The readings that together answer <paramref name="query"/> as of <paramref name="today"/>, a UTC day.</summary>
    public static IReadOnlyList<MetricReading> For(MetricQuery query, DateOnly today) =>
    [
        .. query.Metrics
            .GroupBy(metric => string.Join(',', query.FiltersOf(metric)), StringComparer.Ordinal)
            .Select(group => new MetricReading(query with { Metrics = [.. group], Filters = query.FiltersOf(group.First()) }, today)),
    ];

    /// <summary>The families that it reads.</summary>
    public IReadOnlyList<FactFamily> Families { get; }

    /// <summary>Whether it reads facts, not only rollups.</summary>
    public bool ReadsFacts => Array.Exists(_components, static query => query is FactQuery);

    /// <summary>Its statements.</summary>
    public IEnumerable<NpgsqlBatchCommand> ToCommands() => _components.Select(static query => query.ToCommand());

    /// <summary>The metrics, from the results of <see cref="ToCommands"/>; <paramref name="rows"/> stands on the result before them.</summary>
    public async Task<IReadOnlyList<MetricResult>> ReadAsync(NpgsqlDataReader rows, Known known, string currency, CancellationToken cancellationToken)
    {
        var sums = new List<RollupRow>();
        foreach (var query in _components)
        {
            await rows.NextResultAsync(cancellationToken);
            await query.ReadAsync(rows, sums, cancellationToken);
        }

        var slice = new RollupSlice
        {
            Plan = _plan,
            FirstDays = known.FirstDays,
            SmallGroups = known.SmallGroups,
            StageOrder = known.StageOrder,
            Rows = [.. sums.OrderBy(static row => row.Start)],
        };
        return MetricCalculator.Calculate(_query, slice, currency);
    }

    private IEnumerable<ComponentQuery> Queries(FactFamily family) =>
        RollupQuery.For(_plan, _query, family) is { } rollup ? [rollup] : FactQuery.For(_plan, _query, family);

    /// <summary>What all readings of an answer share.</summary>
    /// <param name="StageOrder">As in <see cref="RollupSlice"/>.</param>
    /// <param name="FirstDays">As in <see cref="RollupSlice"/>.</param>
    /// <param name="SmallGroups">As in <see cref="RollupSlice"/>.</param>
    public sealed record Known(
        IReadOnlyList<string> StageOrder, IReadOnlyDictionary<FactFamily, DateOnly> FirstDays, IReadOnlyDictionary<MetricComponent, SmallGroups> SmallGroups);
}
