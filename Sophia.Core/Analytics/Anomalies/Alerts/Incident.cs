namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>Alerts that are told as one, because they have one cause.</summary>
public sealed class Incident
{
    private readonly List<AlertTracker> _alerts = [];

    internal Incident(AlertTracker first, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        OpenedAt = now;
        Cause = first;
        Add(first, now);
    }

    internal Incident(IncidentState saved, IEnumerable<AlertTracker> alerts, AlertRelations relations)
    {
        Id = saved.Id;
        OpenedAt = saved.OpenedAt;
        _alerts.AddRange(alerts);
        Cause = _alerts[0];
        FindCause(relations);
        LastJoinedAt = saved.LastJoinedAt;
        ToldSeverity = saved.ToldSeverity;
        AcknowledgedBy = saved.AcknowledgedBy;
        Refresh();
    }

    /// <summary>Names the incident.</summary>
    public Guid Id { get; }

    /// <summary>When the first alert fired.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>The alert that explains the others: the one that the most others are made from, else the first.</summary>
    public AlertTracker Cause { get; private set; }

    /// <summary>All of them, in the order in which they fired; at most one a rule.</summary>
    public IReadOnlyList<AlertTracker> Alerts => _alerts;

    /// <summary>The gravest of them.</summary>
    public AlertSeverity Severity { get; private set; }

    /// <summary>Who has seen it; null for nobody.</summary>
    public string? AcknowledgedBy { get; private set; }

    /// <summary>Whether none of its alerts fires or recovers any more.</summary>
    public bool IsOver => _alerts.TrueForAll(static alert => alert.State is AlertState.Inactive or AlertState.Pending);

    /// <summary>The severity that people were told of; null before they were told.</summary>
    public AlertSeverity? ToldSeverity { get; internal set; }

    internal DateTimeOffset LastJoinedAt { get; private set; }

    /// <summary>Somebody takes care: people are told of it again only when it is over.</summary>
    public void Acknowledge(string by) => AcknowledgedBy = by;

    /// <summary>What it remembers.</summary>
    public IncidentState Save() => new()
    {
        Id = Id,
        OpenedAt = OpenedAt,
        LastJoinedAt = LastJoinedAt,
        Rules = [.. _alerts.Select(static alert => alert.Rule.Id)],
        ToldSeverity = ToldSeverity,
        AcknowledgedBy = AcknowledgedBy,
    };

    internal void Add(AlertTracker alert, DateTimeOffset now)
    {
        if (!_alerts.Contains(alert))
        {
            _alerts.Add(alert);
        }

        LastJoinedAt = now;
        Refresh();
    }

    internal void Refresh() =>
        Severity = _alerts.Max(static alert => alert.Severity);

    internal void FindCause(AlertRelations relations) =>
        Cause = _alerts.MaxBy(alert => _alerts.Count(other => relations.IsMadeFrom(other.Rule.Metric, alert.Rule.Metric)))!;
}
