using Sophia.Core.Metrics;

namespace Sophia.Core.Dashboard;

/// <summary>The answer to a metric query: the body of <c>GET /api/v1/dashboard/metrics</c> and of socket messages.</summary>
public sealed record DashboardMetrics
{
    /// <summary>The first day asked for.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day asked for.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How long the points are.</summary>
    public required Granularity Granularity { get; init; }

    /// <summary>What the period is held against in the first place.</summary>
    public required Comparison Compare { get; init; }

    /// <summary>The first day of the compared range, or null.</summary>
    public DateOnly? ComparedFrom { get; init; }

    /// <summary>The last day of the compared range, or null.</summary>
    public DateOnly? ComparedTo { get; init; }

    /// <summary>All that the period is held against, in the order asked for.</summary>
    public IReadOnlyList<ComparedRange> Comparisons { get; init; } = [];

    /// <summary>The filters asked for; each metric says which of them apply to it.</summary>
    public IReadOnlyList<MetricFilter> Filters { get; init; } = [];

    /// <summary>What the metrics are split by, or null.</summary>
    public Dimension? GroupBy { get; init; }

    /// <summary>When the newest event that the figures include was recorded, or null where there is none.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>The number of the last movement that the figures include; grows with every movement.</summary>
    public required long Sequence { get; init; }

    /// <summary>How fresh the figures are.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>The metrics, in the order asked for.</summary>
    public required IReadOnlyList<MetricResult> Metrics { get; init; }

    /// <summary>The same figures under a look at all sources: the answer and each metric are as fresh as the sources of their own facts.</summary>
    public DashboardMetrics Under(Freshness sources) => this with
    {
        Freshness = sources.Of(Metrics.SelectMany(FamiliesOf)),
        Metrics = [.. Metrics.Select(metric => metric with { Freshness = sources.Of(FamiliesOf(metric)).Status })],
    };

    // A metric of an older answer may be known no more.
    private static IEnumerable<FactFamily> FamiliesOf(MetricResult metric) => MetricCatalog.Find(metric.Metric)?.Families ?? [];
}
