using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Metrics;

namespace Sophia.Tests.Core.Analytics.Anomalies;

public sealed class AlertEngineTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AlertRelations s_relations = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["revenue"] = ["deals"],
        ["winRate"] = ["deals"],
        ["deals"] = ["hubspot"],
    });

    [Fact]
    public void An_alert_waits_until_it_is_wrong_for_long_enough_and_ends_when_it_is_right_for_long_enough()
    {
        var tracker = new AlertTracker(Below("revenue", 100) with { PendingFor = TimeSpan.FromMinutes(10), RecoverFor = TimeSpan.FromMinutes(5) });

        AlertState[] states = [.. new double?[] { 120, 90, 90, 90, 120, 90, 120, 120 }.Select((value, row) => tracker.Observe(Row(value, row * 5)))];

        Assert.Equal(
            [
                AlertState.Inactive, AlertState.Pending, AlertState.Pending, AlertState.Firing, AlertState.Recovering, AlertState.Firing,
                AlertState.Recovering, AlertState.Inactive,
            ], states);
    }

    [Fact]
    public void A_short_dip_never_fires()
    {
        var tracker = new AlertTracker(Below("revenue", 100) with { PendingFor = TimeSpan.FromMinutes(10) });

        tracker.Observe(Row(90, 0));
        tracker.Observe(Row(120, 5));

        Assert.Equal(AlertState.Pending, tracker.Observe(Row(90, 10)));
    }

    [Fact]
    public void Missing_data_neither_fires_nor_ends_an_alert_and_can_be_an_alert_itself()
    {
        var value = new AlertTracker(Below("revenue", 100));
        var silence = new AlertTracker(new()
        {
            Id = "silence", Metric = "revenue", Condition = new AlertCondition.MissingData(AlertSeverity.Warning),
            PendingFor = TimeSpan.FromMinutes(5), RecoverFor = TimeSpan.Zero,
        });

        foreach (var row in new[] { Row(90, 0), Row(null, 5), Row(null, 10) })
        {
            value.Observe(row);
            silence.Observe(row);
        }

        Assert.Equal(AlertState.Firing, value.State);
        Assert.Equal(AlertState.Firing, silence.State);
    }

    [Fact]
    public void A_value_that_dances_on_the_limit_is_one_alert()
    {
        var engine = Engine([Below("revenue", 100, margin: 10)]);

        var notices = new double[] { 99, 101, 99, 105, 98, 111 }.SelectMany((value, row) => Observe(engine, "revenue", value, row)).ToArray();

        Assert.Collection(notices, static notice => Assert.IsType<AlertNotice.Opened>(notice), static notice => Assert.IsType<AlertNotice.Resolved>(notice));
    }

    [Fact]
    public void Alerts_with_one_cause_are_told_once_and_name_it()
    {
        var engine = Engine([Below("revenue", 100), Below("winRate", 100), Below("deals", 100), Below("headcount", 100)]);

        var notices = new[] { "revenue", "winRate", "deals", "headcount" }.SelectMany((metric, minute) => Observe(engine, metric, 50, minute)).ToArray();

        Assert.Equal(2, notices.Length);
        Assert.Equal("deals, headcount", string.Join(", ", engine.Open.Select(static incident => incident.Cause.Rule.Metric)));
        Assert.Equal(3, engine.Open[0].Alerts.Count);
    }

    [Fact]
    public void A_muted_alert_is_told_when_the_window_ends_if_it_still_goes_on()
    {
        var mute = new MuteWindow { Metric = "revenue", From = s_start, Until = s_start.AddHours(1) };
        var engine = Engine([Below("revenue", 100)], [mute]);

        Assert.Empty(Observe(engine, "revenue", 50, 0));
        Assert.Empty(engine.Tell(s_start.AddMinutes(59)));
        Assert.IsType<AlertNotice.Opened>(Assert.Single(engine.Tell(s_start.AddMinutes(60))));
    }

    [Fact]
    public void An_alert_that_came_and_went_within_a_mute_window_is_never_told()
    {
        var mute = new MuteWindow { From = s_start, Until = s_start.AddHours(1) };
        var engine = Engine([Below("revenue", 100)], [mute]);

        Observe(engine, "revenue", 50, 0);

        Assert.Empty(Observe(engine, "revenue", 150, 10));
        Assert.Empty(engine.Tell(s_start.AddHours(2)));
    }

    [Fact]
    public void A_weekly_mute_window_keeps_its_clock_time_when_summer_time_begins()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var mute = new MuteWindow
        {
            // Mondays from 22:00 to 23:00 in Berlin, first in winter time.
            From = new(2026, 3, 2, 21, 0, 0, TimeSpan.Zero), Until = new(2026, 3, 2, 22, 0, 0, TimeSpan.Zero), Weekly = true, TimeZone = berlin,
        };
        var rule = Below("revenue", 100);

        Assert.True(mute.Covers(rule, new(2026, 3, 30, 20, 30, 0, TimeSpan.Zero)));
        Assert.False(mute.Covers(rule, new(2026, 3, 30, 21, 30, 0, TimeSpan.Zero)));
        Assert.False(mute.Covers(rule, new(2026, 3, 31, 20, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Forty_unrelated_alerts_at_once_become_a_few_notices_and_one_digest_that_leaves_none_out()
    {
        var metrics = Enumerable.Range(0, 40).Select(static number => $"metric {number}").ToArray();
        var engine = Engine([.. metrics.Select(static metric => Below(metric, 100))]);

        var first = metrics.SelectMany(metric => Observe(engine, metric, 50, 0)).ToArray();
        AlertNotice[] notices = [.. first, .. engine.Tell(s_start.AddHours(1))];

        var opened = notices.OfType<AlertNotice.Opened>().Count();
        Assert.InRange(opened, 1, 5);
        Assert.Equal(40 - opened, Assert.Single(notices.OfType<AlertNotice.Digest>()).Incidents.Count);
    }

    [Fact]
    public void Rows_that_come_late_after_an_outage_open_nothing_unless_it_still_goes_on()
    {
        var engine = Engine([Below("revenue", 100)]);
        var now = s_start.AddDays(10);

        Assert.Empty(engine.Observe("revenue", null, Row(50, 0), now));
        Assert.IsType<AlertNotice.Opened>(Assert.Single(engine.Observe("revenue", null, Row(50, 0) with { At = now }, now)));
    }

    [Fact]
    public void What_gets_graver_is_told_again_unless_somebody_has_acknowledged_it()
    {
        foreach (var acknowledged in new[] { false, true })
        {
            var engine = Engine([Baseline("revenue", GoodDirection.Up)]);
            Assert.IsType<AlertNotice.Opened>(Assert.Single(engine.Observe("revenue", null, Unusual(85, 0), s_start)));
            if (acknowledged)
            {
                engine.Open[0].Acknowledge("ada");
            }

            var notices = engine.Observe("revenue", null, Unusual(20, 5), s_start.AddMinutes(5));

            Assert.Equal(AlertSeverity.Critical, engine.Open[0].Severity);
            Assert.Equal(acknowledged ? 0 : 1, notices.OfType<AlertNotice.Escalated>().Count());
        }
    }

    [Fact]
    public void Unusually_good_is_only_worth_knowing()
    {
        var engine = Engine([Baseline("churn", GoodDirection.Down)]);

        engine.Observe("churn", null, Unusual(20, 0), s_start);

        Assert.Equal(AlertSeverity.Information, engine.Open[0].Severity);
    }

    private static AlertEngine Engine(IReadOnlyList<AlertRule> rules, IReadOnlyList<MuteWindow>? mutes = null) =>
        new(rules, mutes ?? [], s_relations, new());

    private static AlertRule Below(string metric, double limit, double margin = 0) => new()
    {
        Id = metric, Metric = metric, Condition = new AlertCondition.Threshold(limit, null, margin, AlertSeverity.Warning),
        PendingFor = TimeSpan.Zero, RecoverFor = TimeSpan.Zero,
    };

    private static AlertRule Baseline(string metric, GoodDirection good) => new()
    {
        Id = metric, Metric = metric, Condition = new AlertCondition.LearnedBaseline(good), PendingFor = TimeSpan.Zero, RecoverFor = TimeSpan.Zero,
    };

    private static IReadOnlyList<AlertNotice> Observe(AlertEngine engine, string metric, double value, int minute) =>
        engine.Observe(metric, null, Row(value, minute), s_start.AddMinutes(minute));

    private static AnomalyVerdict Row(double? value, int minute) => new()
    {
        At = s_start.AddMinutes(minute), Value = value, State = value is null ? AnomalyState.Missing : AnomalyState.Normal, Score = 0,
    };

    private static AnomalyVerdict Unusual(double value, int minute) => Row(value, minute) with
    {
        State = AnomalyState.Anomalous, Score = 0.9, Expected = new(90, 100, 110), Kind = AnomalyKind.Drop, Direction = AnomalyDirection.Below,
    };
}
