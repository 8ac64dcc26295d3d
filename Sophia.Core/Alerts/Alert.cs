using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>Something that goes or went wrong with a metric, and what belongs to the same cause.</summary>
public sealed record Alert
{
    /// <summary>Names the alert.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number of its last change; the numbers of all alerts grow together.</summary>
    public required long Sequence { get; init; }

    /// <summary>The number of its opening.</summary>
    public required long OpenedSequence { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required AlertPhase State { get; init; }

    /// <summary>How much it matters.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The rule.</summary>
    public required Guid Rule { get; init; }

    /// <summary>What people call the rule.</summary>
    public required string Name { get; init; }

    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>What people call the metric.</summary>
    public required string MetricName { get; init; }

    /// <summary>What the metric is counted in.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>The ISO 4217 code of an amount of money, else null.</summary>
    public required string? Currency { get; init; }

    /// <summary>What the metric is split by, or null for the whole.</summary>
    public required Dimension? Dimension { get; init; }

    /// <summary>The part of the metric that is wrong, or null for the whole.</summary>
    public required string? Member { get; init; }

    /// <summary>The part as mutes write it, for example <c>region=EMEA</c>, or null for the whole.</summary>
    public required string? Scope { get; init; }

    /// <summary>When the metric is wrong.</summary>
    public required RuleCondition Condition { get; init; }

    /// <summary>What was last read of the metric while its sources were fresh.</summary>
    public required AlertReading Reading { get; init; }

    /// <summary>Where what is watched (the value, for a change the change) would be right.</summary>
    public required AlertExpectation Expected { get; init; }

    /// <summary>Since when it is wrong.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When people were first told.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When what is said here last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When it was over, or null while it goes on.</summary>
    public required DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Whether nothing can be said at the moment because the metric's sources are stale or loading: the alert stays as it is.</summary>
    public required bool Paused { get; init; }

    /// <summary>What people should do, or null.</summary>
    public required string? RecommendedAction { get; init; }

    /// <summary>Where this can be seen.</summary>
    public required AlertEvidence Evidence { get; init; }

    /// <summary>Which parts explain it, the most telling dimension first; empty where the metric has no parts or nothing to compare with.</summary>
    public required IReadOnlyList<AlertContributor> Contributors { get; init; }

    /// <summary>What else is wrong from the same cause.</summary>
    public required IReadOnlyList<RelatedAlert> Related { get; init; }

    /// <summary>Who takes care of it, or null.</summary>
    public required string? AcknowledgedBy { get; init; }

    /// <summary>Since when somebody takes care of it, or null.</summary>
    public required DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Until when nobody wants to hear of it, or null.</summary>
    public required DateTimeOffset? MutedUntil { get; init; }

    /// <summary>Its life so far, the oldest step first.</summary>
    public required IReadOnlyList<AlertTransition> History { get; init; }
}
