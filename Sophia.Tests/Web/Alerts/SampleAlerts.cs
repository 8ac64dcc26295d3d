using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Tests.Web.Alerts;

/// <summary>Alerts as the API tells them.</summary>
internal static class SampleAlerts
{
    public static readonly DateTimeOffset Now = SampleFigures.Now;

    /// <summary>Revenue of the last 30 days is below 5 million.</summary>
    public static Alert Below(string name = "Revenue is low", AlertSeverity severity = AlertSeverity.Warning, int minutesAgo = 10) => new()
    {
        Id = Guid.CreateVersion7(Now.AddMinutes(-minutesAgo)), Sequence = 1, OpenedSequence = 1, State = AlertPhase.Firing, Severity = severity, Rule = Guid.NewGuid(), Name = name,
        Metric = "revenue.won", MetricName = "Revenue", Unit = MetricUnit.Money, Currency = "USD", Dimension = null, Member = null, Scope = null, Condition = RuleCondition.Below,
        Reading = new()
        {
            From = new(2026, 10, 24), To = new(2026, 11, 22), Value = 4_100_000, Previous = null, Change = null, AsOf = Now, Sequence = 1, Freshness = FreshnessStatus.Fresh,
        },
        Expected = new(5_000_000, null, null), Since = Now.AddMinutes(-minutesAgo), OpenedAt = Now.AddMinutes(-minutesAgo), ChangedAt = Now, ResolvedAt = null, Paused = false,
        RecommendedAction = null, Evidence = new("", ""), Contributors = [], Related = [], AcknowledgedBy = null, AcknowledgedAt = null, MutedUntil = null, History = [],
    };

    /// <summary>A change against the period before.</summary>
    public static Alert Changed(decimal change, decimal threshold) => Below() with
    {
        Condition = RuleCondition.ChangesBy,
        Reading = Below().Reading with { Previous = 6_000_000, Change = change },
        Expected = threshold > 0 ? new(null, null, threshold) : new(threshold, null, null),
    };
}
