using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Core.Team;

/// <summary>The people in figures: the whole company first, then each department by name.</summary>
public sealed record TeamPage
{
    /// <summary>The first day of the history.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the history.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How long the points of the history are.</summary>
    public required Granularity Granularity { get; init; }

    /// <summary>What the range is held against.</summary>
    public required Comparison Compare { get; init; }

    /// <summary>When the newest event that the figures include was recorded, or null where there is none.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>The number of the last movement that the figures include.</summary>
    public required long Sequence { get; init; }

    /// <summary>How fresh the figures are.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>The fewest people that a figure is shown for: below, it is marked as suppressed.</summary>
    public required int LeastPeople { get; init; }

    /// <summary>What the figures mean.</summary>
    public required IReadOnlyList<TeamMetric> Metrics { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<TeamAnalytics> Items { get; init; }

    /// <summary>What to send as <c>cursor</c> for the items behind these, or null at the end of the list.</summary>
    public required string? Next { get; init; }
}
