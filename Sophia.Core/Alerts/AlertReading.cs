using Sophia.Core.Dashboard;

namespace Sophia.Core.Alerts;

/// <summary>What an alert saw: the metric's own answer to the query at <see cref="AlertEvidence.Figures"/>.</summary>
public sealed record AlertReading
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The metric's value over these days.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The value over the compared days, or null where nothing is compared.</summary>
    public required decimal? Previous { get; init; }

    /// <summary>The change against these, as the dashboard says it; null where nothing is compared.</summary>
    public required decimal? Change { get; init; }

    /// <summary>When the newest event in the value was recorded.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>The number of the last movement in the value, as the dashboard says it.</summary>
    public required long Sequence { get; init; }

    /// <summary>How fresh the metric's sources were.</summary>
    public required FreshnessStatus Freshness { get; init; }
}
