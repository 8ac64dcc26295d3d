using Sophia.Core.Metrics;

namespace Sophia.Core.Dashboard;

/// <summary>A figure and a page of the rows behind it: the body of <c>GET /api/v1/dashboard/rows</c>.</summary>
public sealed record MetricRows
{
    /// <summary>The figure over the range, from the same state as the rows.</summary>
    public required MetricResult Metric { get; init; }

    /// <summary>The first day asked for.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day asked for.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The filters asked for; the figure says which of them apply to it.</summary>
    public required IReadOnlyList<MetricFilter> Filters { get; init; }

    /// <summary>What the rows of each part add up to: one part that is the figure, or two that give it by division.</summary>
    public required IReadOnlyList<MetricPartTotal> Parts { get; init; }

    /// <summary>When the newest event that figure and rows include was recorded.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>The number of the last movement that figure and rows include; another one on the next page says that rows may have moved between pages.</summary>
    public required long Sequence { get; init; }

    /// <summary>The rows, by part and the largest contribution first.</summary>
    public required IReadOnlyList<MetricRow> Items { get; init; }

    /// <summary>What to send as <c>cursor</c> for the rows behind these, or null at the end.</summary>
    public required string? Next { get; init; }
}
