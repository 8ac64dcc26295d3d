using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>A rule by which a metric is watched.</summary>
public sealed record MetricRule
{
    /// <summary>Names the rule.</summary>
    public required Guid Id { get; init; }

    /// <summary>Grows with every change; send it back with a change so that nobody overwrites what somebody else has changed.</summary>
    public required int Version { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>What the metric is split by, or null for the whole.</summary>
    public required Dimension? Dimension { get; init; }

    /// <summary>The one value of the dimension that is watched; null for each of them by itself.</summary>
    public required string? Member { get; init; }

    /// <summary>Over which days the value is taken; an anomaly is one of a day, whatever stands here.</summary>
    public required RulePeriod Period { get; init; }

    /// <summary>When the metric is wrong.</summary>
    public required RuleCondition Condition { get; init; }

    /// <summary>In the metric's unit, for a change as <see cref="RuleCondition.ChangesBy"/> says; null for an anomaly.</summary>
    public required decimal? Threshold { get; init; }

    /// <summary>How far back inside the threshold a value must be to be right again, in the threshold's unit; 0 or more.</summary>
    public required decimal Margin { get; init; }

    /// <summary>What a change is measured against; none for other conditions.</summary>
    public required Comparison Compare { get; init; }

    /// <summary>How much it matters. An anomaly is judged by its direction and size instead.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>For how many minutes it must be wrong before anybody is told.</summary>
    public required int PendingMinutes { get; init; }

    /// <summary>For how many minutes it must be right again before the alert is over.</summary>
    public required int RecoveringMinutes { get; init; }

    /// <summary>What people should do then, or null.</summary>
    public required string? RecommendedAction { get; init; }

    /// <summary>Whether it is being watched.</summary>
    public required bool Enabled { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
