using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>The one way in which anything asks for metrics: page, API, socket, alert, answer and export.</summary>
public sealed record MetricQuery
{
    /// <summary>The metrics asked for, in the order of the answer; at least one.</summary>
    public required IReadOnlyList<MetricDefinition> Metrics { get; init; }

    /// <summary>The days asked for.</summary>
    public required DateRange Range { get; init; }

    /// <summary>How long the points of the series are.</summary>
    public required Granularity Granularity { get; init; }

    /// <summary>What the period is held against, each once; the first is the one that points and groups are held against.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>What the metrics are split by, or null for the whole.</summary>
    public Dimension? GroupBy { get; init; }

    /// <summary>What is kept, one filter per dimension and by dimension; a metric that has no such dimension is not filtered by it.</summary>
    public IReadOnlyList<MetricFilter> Filters { get; init; } = [];

    /// <summary>The days that the period is held against, in the order of <see cref="Comparisons"/>.</summary>
    public IEnumerable<ComparedRange> ComparedRanges => Comparisons
        .Select(compare => (Compare: compare, Range: Against(compare)))
        .Select(static compared => new ComparedRange(compared.Compare, compared.Range.From, compared.Range.To));

    /// <summary>The filters that apply to a metric.</summary>
    public IReadOnlyList<MetricFilter> FiltersOf(MetricDefinition metric) =>
        [.. Filters.Where(filter => metric.Dimensions.Contains(filter.Dimension))];

    private DateRange Against(Comparison compare) => compare switch
    {
        Comparison.None => Range,
        Comparison.PreviousPeriod => Range.PreviousPeriod(),
        Comparison.PreviousYear => Range.PreviousYear(),
    };

    /// <summary>A text that is equal for equal queries: the key of cached answers.</summary>
    public string CacheKey => FormattableString.Invariant(
        $"{Range.From:yyyyMMdd}-{Range.To:yyyyMMdd}:{Granularity}:{string.Join('+', Comparisons)}:{GroupBy}:{string.Join(',', Metrics.Select(static metric => metric.Key))}:{string.Join(',', Filters)}");
}
