using Sophia.Core.Dashboard;

namespace Sophia.Core.Conversations;

/// <summary>Calls with what was found in them, and what all calls of the filter add up to.</summary>
public sealed record CallInsightPage
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Up to when what the sources said is in these figures, or null before they said anything.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>What all calls of the filter add up to, whichever page this is.</summary>
    public required CallInsightTotals Totals { get; init; }

    /// <summary>
    /// The metrics of calls over the same days, as everything else shows them, with their freshness; null where a filter is
    /// narrower than metrics can be.
    /// </summary>
    public required DashboardMetrics? Metrics { get; init; }

    /// <summary>The calls, the latest first.</summary>
    public required IReadOnlyList<CallInsight> Items { get; init; }

    /// <summary>What to send as <c>cursor</c> for the calls behind these, or null at the end of the list.</summary>
    public required string? Next { get; init; }
}
