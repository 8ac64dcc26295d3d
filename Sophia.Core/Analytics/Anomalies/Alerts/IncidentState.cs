namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>What an <see cref="Incident"/> remembers.</summary>
public sealed record IncidentState
{
    /// <summary>Names the incident.</summary>
    public required Guid Id { get; init; }

    /// <summary>When the first alert fired.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the last alert joined.</summary>
    public required DateTimeOffset LastJoinedAt { get; init; }

    /// <summary>The rules of its alerts, in the order in which they fired.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The severity that people were told of; null before they were told.</summary>
    public required AlertSeverity? ToldSeverity { get; init; }

    /// <summary>Who has seen it; null for nobody.</summary>
    public required string? AcknowledgedBy { get; init; }
}
