using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>
/// One look at everything that is watched: what the engine remembers and the alerts that people know go in, what it remembers now
/// and the alerts that are new or different come out. Pure, so that whoever runs it can store both in one transaction.
/// </summary>
public sealed class AlertRound
{
    // Parts whose only news is a new value are told this often: a lively metric moves every second.
    private static readonly TimeSpan s_valuePace = TimeSpan.FromSeconds(10);

    private static readonly AlertRelations s_relations = new(MetricCatalog.All.ToDictionary(
        static metric => metric.Key,
        static IReadOnlyList<string> (metric) => [.. metric.Formula.Components.Select(static component => component.Name)],
        StringComparer.Ordinal));

    private readonly IReadOnlyList<MuteWindow> _mutes;
    private readonly Dictionary<string, Watch> _watches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WatchReading> _readings;
    private readonly DateTimeOffset _now;

    private AlertRound(
        IReadOnlyList<MetricRule> rules, IReadOnlyList<AlertMute> mutes, IReadOnlyList<WatchReading> readings, AlertEngineState saved, DateTimeOffset now)
    {
        _mutes = [.. mutes.Select(static mute => new MuteWindow { Metric = mute.Metric, Scope = mute.Scope, From = mute.From, Until = mute.Until, Weekly = mute.Weekly })];
        _readings = readings.ToDictionary(static reading => reading.Watch.Key, StringComparer.Ordinal);
        _now = now;
        var byPrefix = rules.ToDictionary(Watch.PrefixOf, StringComparer.Ordinal);
        // A part that the metric has no more is still watched while something is remembered of it.
        var remembered = saved.Trackers.Select(static tracker => tracker.Rule).Concat(saved.Incidents.SelectMany(static incident => incident.Rules));
        foreach (var watch in readings.Select(static reading => reading.Watch).Concat(remembered.Select(key => Watch.Find(key, byPrefix)).OfType<Watch>()))
        {
            _watches.TryAdd(watch.Key, watch);
        }
    }

    /// <summary>Looks.</summary>
    /// <param name="rules">The rules that are being watched.</param>
    /// <param name="mutes">When nobody wants to be told.</param>
    /// <param name="readings">What was read for them.</param>
    /// <param name="saved">What the engine remembers.</param>
    /// <param name="known">The alerts that people know and that are not over.</param>
    /// <param name="now">The present, which never goes back.</param>
    /// <returns>What the engine remembers now, and the alerts that are new, different or over; their numbers are the caller's to give.</returns>
    public static (AlertEngineState State, IReadOnlyList<Alert> Changed) Look(
        IReadOnlyList<MetricRule> rules,
        IReadOnlyList<AlertMute> mutes,
        IReadOnlyList<WatchReading> readings,
        AlertEngineState saved,
        IReadOnlyList<Alert> known,
        DateTimeOffset now) =>
        new AlertRound(rules, mutes, readings, saved, now).Look(saved, known);

    private (AlertEngineState State, IReadOnlyList<Alert> Changed) Look(AlertEngineState saved, IReadOnlyList<Alert> known)
    {
        var baselines = Math.Max(1, _watches.Values.Count(static watch => watch.Rule.Condition == RuleCondition.Anomaly));
        var engine = new AlertEngine([.. _watches.Values.Select(watch => watch.ToEngine(baselines))], _mutes, s_relations, new AlertLimits());
        engine.Restore(saved.Keep(_watches.Keys.ToHashSet(StringComparer.Ordinal)).State);
        foreach (var reading in _readings.Values.DistinctBy(static reading => (reading.Watch.Rule.Metric, reading.Watch.Scope, reading.Watch.Measure)))
        {
            foreach (var verdict in reading.Verdicts)
            {
                engine.Observe(reading.Watch.Rule.Metric, reading.Watch.Scope, verdict, _now, reading.Watch.Measure);
            }
        }

        engine.Tell(_now);
        var before = known.ToDictionary(static alert => alert.Id);
        var told = engine.Open.Where(static incident => incident.ToldSeverity is not null).ToDictionary(static incident => incident.Id);
        List<Alert> changed =
        [
            .. told.Values.Select(incident => Describe(incident, before.GetValueOrDefault(incident.Id))).OfType<Alert>(),
            .. known.Where(alert => !told.ContainsKey(alert.Id)).Select(Resolve),
        ];
        return (engine.Save(), changed);
    }

    private Alert Resolve(Alert alert) => AlertHistory.Add(
        alert with { State = AlertPhase.Resolved, ResolvedAt = _now, ChangedAt = _now, Paused = false, Related = [] },
        _now,
        _watches.Values.Any(watch => watch.Rule.Id == alert.Rule) ? "Over" : "Over: the rule was changed, switched off or deleted");

    // Null where there is nothing to tell.
    private Alert? Describe(Incident incident, Alert? before)
    {
        var watch = _watches[incident.Cause.Rule.Id];
        if (MetricCatalog.Find(watch.Rule.Metric) is not { } metric || ReadingOf(watch, before) is not { } reading)
        {
            return null;
        }

        var alert = new Alert
        {
            Id = incident.Id,
            Sequence = before?.Sequence ?? 0,
            OpenedSequence = before?.OpenedSequence ?? 0,
            State = incident.Alerts.Any(static tracker => tracker.State == AlertState.Firing) ? AlertPhase.Firing : AlertPhase.Recovering,
            Severity = incident.Severity,
            Rule = watch.Rule.Id,
            Name = watch.Rule.Name,
            Metric = metric.Key,
            MetricName = metric.Name,
            Unit = metric.Unit,
            Currency = reading.Currency,
            Dimension = watch.Rule.Dimension,
            Member = watch.Member,
            Scope = watch.Scope,
            Condition = watch.Rule.Condition,
            Reading = reading.Reading,
            Expected = watch.Expected ?? Learnt(incident.Cause, metric) ?? before?.Expected ?? new(null, null, null),
            Since = incident.Cause.WrongSince ?? before?.Since ?? incident.OpenedAt,
            OpenedAt = before?.OpenedAt ?? _now,
            ChangedAt = _now,
            ResolvedAt = null,
            Paused = reading.Reading.Freshness != Dashboard.FreshnessStatus.Fresh,
            RecommendedAction = watch.Rule.RecommendedAction,
            Evidence = AlertEvidence.Of(watch, reading.Reading),
            Contributors = before?.Contributors ?? [],
            Related = [.. incident.Alerts.Where(tracker => tracker != incident.Cause).Select(Related)],
            AcknowledgedBy = before?.AcknowledgedBy,
            AcknowledgedAt = before?.AcknowledgedAt,
            MutedUntil = _mutes.Select(mute => mute.EndFor(incident.Cause.Rule, _now)).Max(),
            History = before?.History ?? [],
        };
        return before is null ? AlertHistory.Add(alert, _now, "Opened")
            : AlertHistory.Difference(before, alert) is { } difference ? AlertHistory.Add(alert, _now, difference)
            : IsNewValue(before, alert) && _now - before.ChangedAt >= s_valuePace ? alert
            : null;
    }

    private WatchReading? ReadingOf(Watch watch, Alert? before) =>
        _readings.GetValueOrDefault(watch.Key) ?? (before is null ? null : new(watch, before.Reading, before.Currency, []));

    private RelatedAlert Related(AlertTracker tracker)
    {
        var watch = _watches[tracker.Rule.Id];
        return new()
        {
            Rule = watch.Rule.Id,
            Name = watch.Rule.Name,
            Metric = watch.Rule.Metric,
            Member = watch.Member,
            Severity = tracker.Severity,
            Since = tracker.WrongSince,
            Value = _readings.GetValueOrDefault(watch.Key)?.Reading.Value,
        };
    }

    private static AlertExpectation? Learnt(AlertTracker cause, MetricDefinition metric) => cause.Evidence?.Expected is { } range
        ? new(MetricValue.Round(range.Lower, metric.Unit), MetricValue.Round(range.Centre, metric.Unit), MetricValue.Round(range.Upper, metric.Unit))
        : null;

    private static bool IsNewValue(Alert before, Alert now) =>
        before.Reading.Value != now.Reading.Value || before.Reading.Change != now.Reading.Change
        || !before.Related.Select(static related => related.Value).SequenceEqual(now.Related.Select(static related => related.Value));
}
