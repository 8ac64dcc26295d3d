using System.Globalization;
using System.Security.Cryptography;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Timeline;

namespace Sophia.Dashboard.Telemetry.Alerts;

/// <summary>Evaluates rules on metrics every few seconds; rules and states are kept on disk. Singleton.</summary>
public sealed class AlertEngine
{
    // Each is evaluated every few seconds.
    private const int MostRules = 100;

    // A window is looked at in as many parts to find its last value.
    private const int Parts = 60;

    private readonly TelemetryStore _store;
    private readonly MetricQueries _metrics;
    private readonly TimelineLog _timeline;
    private readonly TelemetryFeed _feed;
    private readonly string _path;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AlertStatus> _rules;

    internal AlertEngine(TelemetryStore store, MetricQueries metrics, TimelineLog timeline, TelemetryFeed feed)
    {
        (_store, _metrics, _timeline, _feed) = (store, metrics, timeline, feed);
        _path = Path.Combine(store.Folder, "alerts.json");
        _rules = (StateFile.Read(_path, StateJson.Default.AlertRuleStateArray) ?? []).ToDictionary(
            static kept => kept.Rule.Id, static kept => new AlertStatus(kept.Rule, kept.State, kept.Since, null, null), StringComparer.Ordinal);
    }

    /// <summary>Where all rules stand, firing ones first.</summary>
    /// <returns>At most 100.</returns>
    public IReadOnlyList<AlertStatus> Status()
    {
        lock (_gate)
        {
            return
            [
                .. _rules.Values.OrderByDescending(static status => status.State == AlertState.Firing).ThenByDescending(static status => status.State == AlertState.Pending)
                    .ThenBy(static status => status.Rule.Name, StringComparer.CurrentCulture),
            ];
        }
    }

    /// <summary>Adds a rule, or replaces the one with its id.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>It, with its id.</returns>
    /// <exception cref="ArgumentException">Something in it is out of range; the message says what.</exception>
    public AlertRule Save(AlertRule rule)
    {
        Check(rule);
        lock (_gate)
        {
            if (rule.Id.Length == 0)
            {
                if (_rules.Count >= MostRules)
                {
                    throw new ArgumentException($"There are {MostRules} rules already.", nameof(rule));
                }

                rule = rule with { Id = RandomNumberGenerator.GetHexString(16, lowercase: true) };
            }

            _rules[rule.Id] = new AlertStatus(rule, AlertState.NoData, null, null, null);
            Write();
        }

        _feed.Publish(TelemetrySignals.Alerts);
        return rule;
    }

    /// <summary>Removes a rule.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        bool removed;
        lock (_gate)
        {
            removed = _rules.Remove(id);
            Write();
        }

        _feed.Publish(TelemetrySignals.Alerts);
        return removed;
    }

    /// <summary>Evaluates all rules once.</summary>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    internal void Evaluate(CancellationToken cancellationToken)
    {
        var now = _store.Clock.GetUtcNow();
        var changed = false;
        foreach (var before in Status())
        {
            var value = Measure(before.Rule, now, cancellationToken);
            var after = Next(before, value, now);
            lock (_gate)
            {
                if (!_rules.TryGetValue(after.Rule.Id, out var current) || current.Rule != before.Rule)
                {
                    continue;
                }

                _rules[after.Rule.Id] = after;
            }

            if (after.State != before.State)
            {
                changed = true;
                Tell(before, after, now);
            }
        }

        if (changed)
        {
            lock (_gate)
            {
                Write();
            }

            _feed.Publish(TelemetrySignals.Alerts);
        }
    }

    private static AlertStatus Next(AlertStatus before, double? value, DateTimeOffset now)
    {
        var rule = before.Rule;
        var crossed = rule.Above ? value > rule.Threshold : value < rule.Threshold;
        var pendingSince = before.State is AlertState.Pending or AlertState.Firing ? before.Since : now;
        var state = value is null ? AlertState.NoData
            : !crossed ? AlertState.Ok
            : before.State == AlertState.Firing || now - pendingSince >= rule.For ? AlertState.Firing
            : AlertState.Pending;
        return before with { State = state, Since = state == before.State ? before.Since ?? now : now, Value = value, EvaluatedAt = now };
    }

    private double? Measure(AlertRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filters = rule.Filters.Select(static text => AttributeFilter.TryParse(text, out var filter) ? filter : null).OfType<AttributeFilter>();
        var answer = _metrics.Read(
            new MetricQuery
            {
                Resource = rule.Resource,
                Meter = rule.Meter,
                Instrument = rule.Instrument,
                From = now - rule.Window,
                To = now,
                Step = rule.Measure == AlertMeasure.Last ? rule.Window / Parts : rule.Window,
                Filters = [.. filters],
            },
            cancellationToken);
        if (answer?.Lines is not [var line])
        {
            return null;
        }

        var point = rule.Measure == AlertMeasure.Last ? line.Points.LastOrDefault(static point => point.Value is not null) : line.Points[0];
        return rule.Measure switch
        {
            AlertMeasure.Mean or AlertMeasure.Last => point.Value,
            AlertMeasure.Rate => answer.Instrument.Kind == InstrumentKind.Histogram ? point.Count / answer.Step.TotalSeconds : point.Value,
            AlertMeasure.P50 => point.P50,
            AlertMeasure.P90 => point.P90,
            AlertMeasure.P99 => point.P99,
        };
    }

    private void Tell(AlertStatus before, AlertStatus after, DateTimeOffset now)
    {
        var kind = after.State == AlertState.Firing ? TimelineKind.AlertFired : before.State == AlertState.Firing ? TimelineKind.AlertResolved : (TimelineKind?)null;
        if (kind is { } known)
        {
            var value = after.Value?.ToString("G6", CultureInfo.InvariantCulture) ?? "no data";
            _timeline.Record(new TimelineEvent(
                now, known, $"{after.Rule.Name} {(known == TimelineKind.AlertFired ? "fires" : "has ceased to fire")}", after.Rule.Resource,
                string.Create(CultureInfo.InvariantCulture, $"{after.Rule.Measure} of {after.Rule.Instrument}: {value}; threshold {after.Rule.Threshold:G6}"), Actor: null));
        }
    }

    private void Write() => StateFile.Write(
        _path, [.. _rules.Values.Select(static status => new AlertRuleState(status.Rule, status.State, status.Since))], StateJson.Default.AlertRuleStateArray);

    private static void Check(AlertRule rule)
    {
        var problem = string.IsNullOrWhiteSpace(rule.Name) || rule.Name.Length > 200 ? "A name has 1 to 200 characters."
            : string.IsNullOrWhiteSpace(rule.Resource) || string.IsNullOrWhiteSpace(rule.Meter) || string.IsNullOrWhiteSpace(rule.Instrument)
                ? "A rule names a service, a meter and an instrument."
            : rule.Filters.FirstOrDefault(static text => !AttributeFilter.TryParse(text, out _)) is { } wrong ? $"{wrong} is no filter such as key=value."
            : !double.IsFinite(rule.Threshold) ? "The threshold is a number."
            : rule.Window < TimeSpan.FromSeconds(10) || rule.Window > TimeSpan.FromDays(1) ? "The window is between 10 seconds and a day."
            : rule.For < TimeSpan.Zero || rule.For > TimeSpan.FromDays(1) ? "The time that it must last is at most a day."
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(rule));
        }
    }
}
