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

    /// <summary>What the period is held against.</summary>
    public Comparison Compare { get; init; }

    /// <summary>What the metrics are split by, or null for the whole.</summary>
    public Dimension? GroupBy { get; init; }

    /// <summary>The days that the period is held against, or null where it is held against nothing.</summary>
    public DateRange? ComparedRange => Compare switch
    {
        Comparison.None => null,
        Comparison.PreviousPeriod => Range.PreviousPeriod(),
        Comparison.PreviousYear => Range.PreviousYear(),
    };

    /// <summary>A text that is equal for equal queries: the key of cached answers.</summary>
    public string CacheKey => FormattableString.Invariant(
        $"{Range.From:yyyyMMdd}-{Range.To:yyyyMMdd}:{Granularity}:{Compare}:{GroupBy}:{string.Join(',', Metrics.Select(static metric => metric.Key))}");
}
