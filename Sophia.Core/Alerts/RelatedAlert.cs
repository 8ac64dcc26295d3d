using Sophia.Core.Analytics.Anomalies.Alerts;

namespace Sophia.Core.Alerts;

/// <summary>Something else that is wrong from the same cause.</summary>
public sealed record RelatedAlert
{
    /// <summary>The rule.</summary>
    public required Guid Rule { get; init; }

    /// <summary>What people call the rule.</summary>
    public required string Name { get; init; }

    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>The part of the metric, or null for the whole.</summary>
    public required string? Member { get; init; }

    /// <summary>How much it matters.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>Since when it is wrong.</summary>
    public required DateTimeOffset? Since { get; init; }

    /// <summary>Its value, or null where that is not known at the moment.</summary>
    public required decimal? Value { get; init; }
}
