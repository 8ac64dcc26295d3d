using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>The life of one rule's alert: inactive, pending, firing, recovering, inactive.</summary>
/// <param name="rule">What is watched.</param>
public sealed class AlertTracker(AlertRule rule)
{
    /// <summary>What is watched.</summary>
    public AlertRule Rule => rule;

    /// <summary>Where the alert is.</summary>
    public AlertState State { get; private set; }

    /// <summary>The time of the first row that was wrong; null while inactive.</summary>
    public DateTimeOffset? WrongSince { get; private set; }

    /// <summary>The gravest that the alert was since it is wrong.</summary>
    public AlertSeverity Severity { get; private set; }

    /// <summary>The latest row that was wrong: the evidence; null while inactive.</summary>
    public AnomalyVerdict? Evidence { get; private set; }

    private DateTimeOffset? RightSince { get; set; }

    /// <summary>What it remembers.</summary>
    public TrackerState Save() => new()
    {
        Rule = rule.Id, State = State, WrongSince = WrongSince, RightSince = RightSince, Severity = Severity, Evidence = Evidence,
    };

    internal void Restore(TrackerState saved)
    {
        State = saved.State;
        WrongSince = saved.WrongSince;
        RightSince = saved.RightSince;
        Severity = saved.Severity;
        Evidence = saved.Evidence;
    }

    /// <summary>Takes the next row of the metric, in the order of time. A row that cannot say leaves the alert as it is.</summary>
    /// <returns>The state after it.</returns>
    public AlertState Observe(AnomalyVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        switch (rule.Condition.IsBroken(verdict))
        {
            case true:
                Break(verdict);
                break;
            case false when State is AlertState.Firing or AlertState.Recovering:
                RightSince ??= verdict.At;
                State = verdict.At - RightSince >= rule.RecoverFor ? AlertState.Inactive : AlertState.Recovering;
                break;
            case false:
                State = AlertState.Inactive;
                break;
            case null:
                break;
        }

        if (State == AlertState.Inactive)
        {
            WrongSince = null;
            RightSince = null;
            Evidence = null;
        }

        return State;
    }

    private void Break(AnomalyVerdict verdict)
    {
        var severity = rule.Condition.Severity(verdict);
        Severity = WrongSince is null || severity > Severity ? severity : Severity;
        WrongSince ??= verdict.At;
        RightSince = null;
        Evidence = verdict;
        State = State is AlertState.Firing or AlertState.Recovering || verdict.At - WrongSince >= rule.PendingFor
            ? AlertState.Firing
            : AlertState.Pending;
    }
}
