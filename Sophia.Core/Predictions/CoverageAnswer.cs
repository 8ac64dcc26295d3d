using Sophia.Core.Analytics.Sales.QuarterEnd;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Predictions;

/// <summary>Whether the open pipeline is enough for what is still to be won: the body of <c>GET /api/v1/sales/coverage</c>.</summary>
public sealed record CoverageAnswer
{
    /// <summary>The quarter's first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The filters that apply, as they are written.</summary>
    public required IReadOnlyList<string> Filters { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How fresh the deals are.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>What should be won in the quarter; null where nobody said it and nothing was won in the same quarter of the year before.</summary>
    public required decimal? Target { get; init; }

    /// <summary>Whether the target was given; else it is what the same quarter of the year before brought.</summary>
    public required bool TargetIsGiven { get; init; }

    /// <summary>What has been won in the quarter.</summary>
    public required decimal Won { get; init; }

    /// <summary>Won in the twelve months before the quarter.</summary>
    public required decimal ValueWon { get; init; }

    /// <summary>Won or lost in the twelve months before the quarter.</summary>
    public required decimal ValueClosed { get; init; }

    /// <summary>The comparison; null without a target.</summary>
    public required PipelineCoverage? Coverage { get; init; }
}
