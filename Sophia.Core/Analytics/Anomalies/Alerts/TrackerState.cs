using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>What an <see cref="AlertTracker"/> remembers.</summary>
public sealed record TrackerState
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Where the alert is.</summary>
    public required AlertState State { get; init; }

    /// <summary>The time of the first row that was wrong.</summary>
    public required DateTimeOffset? WrongSince { get; init; }

    /// <summary>The time of the first row that was right again; null while the latest was wrong.</summary>
    public required DateTimeOffset? RightSince { get; init; }

    /// <summary>The gravest that the alert was.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The latest row that was wrong.</summary>
    public required AnomalyVerdict? Evidence { get; init; }
}
