namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>Something that people are told.</summary>
/// <param name="At">When.</param>
public abstract record AlertNotice(DateTimeOffset At)
{
    /// <summary>An incident began.</summary>
    public sealed record Opened(DateTimeOffset At, Incident Incident) : AlertNotice(At);

    /// <summary>An incident got graver than people were told.</summary>
    public sealed record Escalated(DateTimeOffset At, Incident Incident) : AlertNotice(At);

    /// <summary>An incident that people were told of is over.</summary>
    public sealed record Resolved(DateTimeOffset At, Incident Incident) : AlertNotice(At);

    /// <summary>Too much began at once to be told one by one; this tells of all of it that still goes on.</summary>
    public sealed record Digest(DateTimeOffset At, IReadOnlyList<Incident> Incidents) : AlertNotice(At);
}
