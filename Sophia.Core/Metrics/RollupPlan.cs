namespace Sophia.Core.Metrics;

/// <summary>
/// Which rollups a query reads: whole months where no period begins or ends inside one, days elsewhere; added up between
/// the days at which periods begin or end, so that the sum of all rows before such a day is exact.
/// </summary>
public sealed record RollupPlan
{
    private RollupPlan(MetricPeriods periods) => Periods = periods;

    /// <summary>The components to read, in a fixed order.</summary>
    public required IReadOnlyList<MetricComponent> Components { get; init; }

    /// <summary>The first month to read of flows; what a stock holds is the sum of everything before.</summary>
    public required DateOnly FromMonth { get; init; }

    /// <summary>The first day not to read.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The months that are read by days, in order and joined where they touch: each from its first day to the day before the next month.</summary>
    public required IReadOnlyList<DateRange> ByDay { get; init; }

    /// <summary>The days at which a period begins or after which one ends, in order: rows are added up from each to the next.</summary>
    public required IReadOnlyList<DateOnly> Edges { get; init; }

    internal MetricPeriods Periods { get; }

    /// <summary>The plan for <paramref name="query"/> as of <paramref name="today"/>, a UTC day.</summary>
    public static RollupPlan For(MetricQuery query, DateOnly today)
    {
        var components = query.Metrics.SelectMany(static metric => metric.Formula.Components).ToHashSet();
        var growth = query.Metrics.Any(static metric => metric.Formula is MetricFormula.Growth);
        var periods = new MetricPeriods(query, today);
        var ranges = periods.All
            .SelectMany(period => growth ? new[] { period.Days, period.Before } : [period.Days])
            .ToArray();
        var edges = ranges.SelectMany(static range => new[] { range.From, range.To.AddDays(1) }).Distinct().Order().ToArray();
        return new(periods)
        {
            Components = [.. MetricComponents.All.Where(components.Contains)],
            FromMonth = MonthOf(edges[0]),
            Until = edges[^1],
            ByDay = Join(edges),
            Edges = edges,
        };
    }

    private static List<DateRange> Join(IEnumerable<DateOnly> edges)
    {
        var joined = new List<DateRange>();
        foreach (var month in edges.Where(static edge => edge.Day != 1).Select(MonthOf).Distinct().Order())
        {
            var end = month.AddMonths(1).AddDays(-1);
            if (joined is [.., var last] && last.To.AddDays(1) == month)
            {
                joined[^1] = last with { To = end };
            }
            else
            {
                joined.Add(new(month, end));
            }
        }

        return joined;
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
