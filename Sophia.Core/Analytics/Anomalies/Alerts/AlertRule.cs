namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>What is watched and when it becomes an alert.</summary>
public sealed record AlertRule
{
    /// <summary>Names the rule; unique.</summary>
    public required string Id { get; init; }

    /// <summary>The key of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The member of a dimension that is watched, such as <c>region=emea</c>; null for the whole.</summary>
    public string? Scope { get; init; }

    /// <summary>Which of the metric's values is watched where there are several, such as <c>monthToDate</c>; null where there is one.</summary>
    public string? Measure { get; init; }

    /// <summary>When the metric is wrong.</summary>
    public required AlertCondition Condition { get; init; }

    /// <summary>How long it must be wrong before the alert fires; zero for at once.</summary>
    public required TimeSpan PendingFor { get; init; }

    /// <summary>How long it must be right again before the alert is over; zero for at once.</summary>
    public required TimeSpan RecoverFor { get; init; }
}
