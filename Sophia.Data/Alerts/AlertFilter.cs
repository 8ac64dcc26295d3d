using Sophia.Core.Analytics.Anomalies.Alerts;

namespace Sophia.Data.Alerts;

/// <summary>Which alerts are asked for; null for whichever.</summary>
public sealed record AlertFilter
{
    /// <summary>Those that go on, or those that are over.</summary>
    public bool? Open { get; init; }

    /// <summary>Those that matter at least so much.</summary>
    public AlertSeverity? LeastSeverity { get; init; }

    /// <summary>Those in which this metric is wrong.</summary>
    public string? Metric { get; init; }

    /// <summary>Those that somebody takes care of, or those that nobody does.</summary>
    public bool? Acknowledged { get; init; }

    /// <summary>Those that people were told of then or later.</summary>
    public DateTimeOffset? OpenedSince { get; init; }
}
