using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>Turns verdicts on metrics into the few things that people are told. One engine is used by one thread at a time.</summary>
/// <param name="rules">What is watched; the bound of all that the engine remembers.</param>
/// <param name="mutes">When nobody wants to be told.</param>
/// <param name="relations">Which metrics have one cause.</param>
/// <param name="limits">What keeps alerts from becoming a storm.</param>
public sealed class AlertEngine(
    IReadOnlyList<AlertRule> rules, IReadOnlyList<MuteWindow> mutes, AlertRelations relations, AlertLimits limits)
{
    private readonly ILookup<(string, string?, string?), AlertTracker> _trackers =
        rules.Select(static rule => new AlertTracker(rule)).ToLookup(static tracker => (tracker.Rule.Metric, tracker.Rule.Scope, tracker.Rule.Measure));

    // At most one per rule: an alert is in one open incident.
    private readonly List<Incident> _open = [];

    // At most NoticesPerPeriod entries.
    private readonly Queue<DateTimeOffset> _told = new();
    private DateTimeOffset? _digestDue;

    /// <summary>The incidents that go on.</summary>
    public IReadOnlyList<Incident> Open => _open;

    private IEnumerable<AlertTracker> All => _trackers.SelectMany(static group => group);

    /// <summary>Goes on where another engine stopped. Before the first row; every rule that the state names must be watched.</summary>
    public void Restore(AlertEngineState saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var byRule = All.ToDictionary(static tracker => tracker.Rule.Id, StringComparer.Ordinal);
        foreach (var tracker in saved.Trackers)
        {
            byRule[tracker.Rule].Restore(tracker);
        }

        _open.AddRange(saved.Incidents.Select(incident => new Incident(incident, incident.Rules.Select(rule => byRule[rule]), relations)));
        foreach (var told in saved.Told)
        {
            _told.Enqueue(told);
        }

        _digestDue = saved.DigestDue;
    }

    /// <summary>What it remembers.</summary>
    public AlertEngineState Save() => new()
    {
        Trackers = [.. All.Where(static tracker => tracker.State != AlertState.Inactive).Select(static tracker => tracker.Save())],
        Incidents = [.. _open.Select(static incident => incident.Save())],
        Told = [.. _told],
        DigestDue = _digestDue,
    };

    /// <summary>Takes the next row of a metric.</summary>
    /// <param name="metric">The metric's key.</param>
    /// <param name="scope">The member of a dimension; null for the whole.</param>
    /// <param name="verdict">What the detector says about the row.</param>
    /// <param name="now">The time of telling, which never goes back.</param>
    /// <param name="measure">Which of the metric's values the row is of; null where there is one.</param>
    public IReadOnlyList<AlertNotice> Observe(string metric, string? scope, AnomalyVerdict verdict, DateTimeOffset now, string? measure = null)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        foreach (var tracker in _trackers[(metric, scope, measure)])
        {
            var late = now - verdict.At > limits.LateAfter;
            if (tracker.Observe(verdict) == AlertState.Firing && !late && !_open.Exists(incident => incident.Alerts.Contains(tracker)))
            {
                Join(tracker, now);
            }
        }

        return Tell(now);
    }

    /// <summary>Tells what has become due without a new row: the end of a mute window, a digest.</summary>
    public IReadOnlyList<AlertNotice> Tell(DateTimeOffset now)
    {
        var notices = new List<AlertNotice>();
        foreach (var incident in _open.Where(static incident => incident.IsOver).ToArray())
        {
            _open.Remove(incident);
            if (incident.ToldSeverity is not null)
            {
                notices.Add(new AlertNotice.Resolved(now, incident));
            }
        }

        foreach (var incident in _open)
        {
            incident.Refresh();
            if (incident.ToldSeverity is null)
            {
                TellOpened(incident, now, notices);
            }
            else if (incident.Severity > incident.ToldSeverity && incident.AcknowledgedBy is null)
            {
                incident.ToldSeverity = incident.Severity;
                notices.Add(new AlertNotice.Escalated(now, incident));
            }
        }

        TellDigest(now, notices);
        return notices;
    }

    private void Join(AlertTracker tracker, DateTimeOffset now)
    {
        var related = _open.Find(incident => now - incident.LastJoinedAt <= limits.GroupWithin
            && incident.Alerts.Any(other => AreRelated(other.Rule, tracker.Rule)));
        if (related is null)
        {
            _open.Add(new(tracker, now));
            return;
        }

        related.Add(tracker, now);
        related.FindCause(relations);
    }

    // A part and its whole are related; two parts are only through the whole.
    private bool AreRelated(AlertRule rule, AlertRule other) =>
        (rule.Scope is null || other.Scope is null || rule.Scope == other.Scope) && relations.AreRelated(rule.Metric, other.Metric);

    private bool IsMuted(Incident incident, DateTimeOffset now) =>
        incident.Alerts.All(alert => mutes.Any(mute => mute.Covers(alert.Rule, now)));

    private void TellOpened(Incident incident, DateTimeOffset now, List<AlertNotice> notices)
    {
        if (IsMuted(incident, now))
        {
            return;
        }

        while (_told.TryPeek(out var told) && now - told >= limits.Period)
        {
            _told.Dequeue();
        }

        if (_told.Count >= limits.NoticesPerPeriod || _digestDue is not null)
        {
            _digestDue ??= now + limits.Period;
            return;
        }

        _told.Enqueue(now);
        incident.ToldSeverity = incident.Severity;
        notices.Add(new AlertNotice.Opened(now, incident));
    }

    private void TellDigest(DateTimeOffset now, List<AlertNotice> notices)
    {
        if (_digestDue is not { } due || now < due)
        {
            return;
        }

        _digestDue = null;
        var waiting = _open.Where(incident => incident.ToldSeverity is null && !IsMuted(incident, now)).ToArray();
        foreach (var incident in waiting)
        {
            incident.ToldSeverity = incident.Severity;
        }

        if (waiting.Length > 0)
        {
            notices.Add(new AlertNotice.Digest(now, waiting));
        }
    }
}
