namespace Sophia.Core.Alerts;

/// <summary>A time in which nobody wants to hear of some alerts. They go on being watched; what still goes on at its end is told then.</summary>
public sealed record AlertMute
{
    /// <summary>Names the mute.</summary>
    public required Guid Id { get; init; }

    /// <summary>The metric's key; null for all.</summary>
    public required string? Metric { get; init; }

    /// <summary>The part of the metric as <c>region=EMEA</c>; null for all.</summary>
    public required string? Scope { get; init; }

    /// <summary>From when on.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when, not included.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Whether it comes again every week at the same times (UTC).</summary>
    public required bool Weekly { get; init; }

    /// <summary>Why, or null.</summary>
    public required string? Reason { get; init; }
}
