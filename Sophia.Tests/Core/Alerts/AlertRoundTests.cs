using System.Text.Json;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Tests.Core.Alerts;

public sealed class AlertRoundTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_value_beyond_its_threshold_is_told_once_with_all_that_is_known_of_it()
    {
        var watched = new Watched(Rule(RuleCondition.Below, 100));

        var alert = Assert.Single(watched.See(90.25m));
        Assert.Empty(watched.See(90.25m));

        Assert.Equal(AlertPhase.Firing, alert.State);
        Assert.Equal(90.25m, alert.Reading.Value);
        Assert.Equal(new AlertExpectation(100, null, null), alert.Expected);
        Assert.Equal(s_start, alert.Since);
        Assert.Equal("Ask sales.", alert.RecommendedAction);
        Assert.Equal("Revenue", alert.MetricName);
        Assert.Equal("/api/v1/dashboard/metrics?metrics=revenue.won&from=2026-10-27&to=2026-11-25", alert.Evidence.Figures);
        Assert.Equal("/api/v1/dashboard/rows?metric=revenue.won&from=2026-10-27&to=2026-11-25", alert.Evidence.Rows);
        Assert.Equal(["Opened"], alert.History.Select(static step => step.What), StringComparer.Ordinal);
    }

    [Fact]
    public void An_alert_waits_for_its_pending_period_and_ends_after_its_recovering_period()
    {
        var watched = new Watched(Rule(RuleCondition.Above, 10) with { PendingMinutes = 5, RecoveringMinutes = 10 });

        Assert.Empty(watched.See(11, minute: 0));
        Assert.Empty(watched.See(12, minute: 4));
        Assert.Equal(s_start, Assert.Single(watched.See(12, minute: 5)).Since);
        Assert.Equal(AlertPhase.Recovering, Assert.Single(watched.See(9, minute: 6)).State);
        Assert.Equal(AlertPhase.Firing, Assert.Single(watched.See(12, minute: 7)).State);
        Assert.Equal(AlertPhase.Recovering, Assert.Single(watched.See(9, minute: 8)).State);
        var over = Assert.Single(watched.See(9, minute: 18));

        Assert.Equal(AlertPhase.Resolved, over.State);
        Assert.Equal(s_start.AddMinutes(18), over.ResolvedAt);
        Assert.Equal(
            ["Opened", "Recovering", "Wrong again", "Recovering", "Over"], over.History.Select(static step => step.What), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(-0.2, -0.25, true)]
    [InlineData(-0.2, -0.15, false)]
    [InlineData(-0.2, 0.5, false)]
    [InlineData(0.2, 0.25, true)]
    [InlineData(0.2, -0.5, false)]
    public void A_change_is_held_against_the_period_before(double threshold, double change, bool told)
    {
        var watched = new Watched(Rule(RuleCondition.ChangesBy, (decimal)threshold) with { Compare = Comparison.PreviousPeriod });

        var alerts = watched.See(75, change: (decimal)change);

        Assert.Equal(told, alerts.Count == 1);
        Assert.All(alerts, static alert => Assert.EndsWith("&compare=previousPeriod", alert.Evidence.Figures, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_judged_while_the_sources_are_stale_and_there_is_no_storm_afterwards()
    {
        var watched = new Watched(Rule(RuleCondition.Below, 100));
        watched.See(90);

        var paused = Assert.Single(watched.See(0, minute: 1, freshness: FreshnessStatus.Stale));
        Assert.Empty(watched.See(0, minute: 60, freshness: FreshnessStatus.Loading));
        var back = Assert.Single(watched.See(90, minute: 61));

        Assert.True(paused.Paused);
        Assert.False(back.Paused);
        Assert.Equal(AlertPhase.Firing, back.State);
        Assert.Single(watched.Known);
    }

    [Fact]
    public void What_is_remembered_survives_being_written_down()
    {
        var rule = Rule(RuleCondition.Below, 100) with { PendingMinutes = 5 };
        var watched = new Watched(rule);
        watched.See(90, minute: 0);

        watched.Restart();
        var opened = Assert.Single(watched.See(90, minute: 5));
        watched.Restart();
        Assert.Empty(watched.See(90, minute: 6));
        watched.Restart();
        var over = Assert.Single(watched.See(120, minute: 7));

        Assert.Equal(s_start, opened.Since);
        Assert.Equal((opened.Id, AlertPhase.Resolved), (over.Id, over.State));
    }

    [Fact]
    public void A_rule_that_is_deleted_takes_its_alert_with_it()
    {
        var watched = new Watched(Rule(RuleCondition.Below, 100));
        watched.See(90);

        watched.Rules.Clear();
        var over = Assert.Single(watched.See(90, minute: 1));

        Assert.Equal(AlertPhase.Resolved, over.State);
        Assert.Equal("Over: the rule was changed, switched off or deleted", over.History[^1].What);
        Assert.Empty(watched.Known);
    }

    [Fact]
    public void Each_part_of_a_metric_is_watched_by_itself_and_one_that_vanishes_is_not_forgotten()
    {
        var watched = new Watched(Rule(RuleCondition.Below, 100) with { Dimension = Dimension.Region });

        var opened = watched.SeeParts(0, ("EMEA", 90), ("APAC", 200), ("Latin America", 20));
        Assert.Empty(watched.SeeParts(1, ("APAC", 200)));
        var over = watched.SeeParts(2, ("EMEA", 150), ("APAC", 200), ("Latin America", 20));

        Assert.Equal(["EMEA", "Latin America"], opened.Select(static alert => alert.Member).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.EndsWith("&filter=region%3AEMEA", opened.Single(static alert => alert.Member == "EMEA").Evidence.Figures, StringComparison.Ordinal);
        Assert.EndsWith("&filter=region%3ALatin%20America", opened.Single(static alert => alert.Member == "Latin America").Evidence.Rows, StringComparison.Ordinal);
        Assert.Equal(("EMEA", AlertPhase.Resolved), (Assert.Single(over).Member, over[0].State));
    }

    [Fact]
    public void Metrics_that_are_made_from_the_same_figures_are_one_alert()
    {
        var watched = new Watched(
            Rule(RuleCondition.Below, 100), Rule(RuleCondition.Below, 100) with { Id = Guid.NewGuid(), Metric = "deals.averageValue", Name = "Small deals" });

        var alert = Assert.Single(watched.See(90));

        Assert.Single(alert.Related);
        Assert.Equal(["deals.averageValue", "revenue.won"], alert.Related.Select(static related => related.Metric).Append(alert.Metric).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void What_is_muted_is_told_when_the_mute_ends_if_it_still_goes_on()
    {
        var watched = new Watched(Rule(RuleCondition.Below, 100));
        watched.Mutes.Add(new() { Id = Guid.NewGuid(), Metric = "revenue.won", Scope = null, From = s_start, Until = s_start.AddMinutes(10), Weekly = false, Reason = null });

        Assert.Empty(watched.See(90, minute: 0));
        Assert.Empty(watched.See(90, minute: 9));
        var alert = Assert.Single(watched.See(90, minute: 10));

        Assert.Equal(s_start, alert.Since);
        Assert.Equal(s_start.AddMinutes(10), alert.OpenedAt);
        Assert.Null(alert.MutedUntil);
    }

    [Fact]
    public void A_new_value_is_told_at_most_every_ten_seconds()
    {
        var watched = new Watched(Rule(RuleCondition.Below, 100));
        watched.See(90);

        Assert.Empty(watched.See(91, minute: 0.1));
        Assert.Equal(92, Assert.Single(watched.See(92, minute: 0.2)).Reading.Value);
        Assert.Equal(["Opened"], watched.Known[0].History.Select(static step => step.What), StringComparer.Ordinal);
    }

    private static MetricRule Rule(RuleCondition condition, decimal threshold) => new()
    {
        Id = Guid.NewGuid(),
        Version = 1,
        Name = "Revenue is low",
        Metric = "revenue.won",
        Dimension = null,
        Member = null,
        Period = RulePeriod.Last30Days,
        Condition = condition,
        Threshold = threshold,
        Margin = 0,
        Compare = Comparison.None,
        Severity = AlertSeverity.Warning,
        PendingMinutes = 0,
        RecoveringMinutes = 0,
        RecommendedAction = "Ask sales.",
        Enabled = true,
        ChangedAt = s_start,
    };

    /// <summary>Rounds over some rules, with what is kept between them.</summary>
    private sealed class Watched(params MetricRule[] rules)
    {
        private AlertEngineState _state = AlertEngineState.Empty;

        public List<MetricRule> Rules { get; } = [.. rules];

        public List<AlertMute> Mutes { get; } = [];

        /// <summary>The alerts that go on.</summary>
        public List<Alert> Known { get; } = [];

        /// <summary>Every rule's metric has this value.</summary>
        public IReadOnlyList<Alert> See(decimal value, double minute = 0, decimal? change = null, FreshnessStatus freshness = FreshnessStatus.Fresh) =>
            Look(minute, Rules.Select(rule => Reading(new(rule, null), value, change, freshness, s_start.AddMinutes(minute))));

        public IReadOnlyList<Alert> SeeParts(double minute, params (string Member, decimal Value)[] parts) => Look(
            minute,
            Rules.SelectMany(rule => parts.Select(part => Reading(new(rule, part.Member), part.Value, null, FreshnessStatus.Fresh, s_start.AddMinutes(minute)))));

        /// <summary>Goes on from what is written down.</summary>
        public void Restart() => _state = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(_state, AlertsJson.Default.AlertEngineState), AlertsJson.Default.AlertEngineState)!;

        private IReadOnlyList<Alert> Look(double minute, IEnumerable<WatchReading> readings)
        {
            var (state, changed) = AlertRound.Look(Rules, Mutes, [.. readings], _state, [.. Known], s_start.AddMinutes(minute));
            _state = state;
            Known.RemoveAll(alert => changed.Any(other => other.Id == alert.Id));
            Known.AddRange(changed.Where(static alert => alert.ResolvedAt is null));
            return changed;
        }

        private static WatchReading Reading(Watch watch, decimal value, decimal? change, FreshnessStatus freshness, DateTimeOffset at) => new(
            watch,
            new()
            {
                From = new(2026, 10, 27), To = new(2026, 11, 25), Value = value, Previous = null, Change = change,
                AsOf = at, Sequence = 1, Freshness = freshness,
            },
            "USD",
            freshness == FreshnessStatus.Fresh
                ? [new AnomalyVerdict { At = at, Value = (double)(change ?? value), State = AnomalyState.Normal, Score = 0 }]
                : []);
    }
}
