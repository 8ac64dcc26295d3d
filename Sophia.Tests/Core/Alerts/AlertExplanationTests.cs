using Sophia.Core.Alerts;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Tests.Core.Alerts;

public sealed class AlertExplanationTests
{
    [Fact]
    public void The_parts_of_the_most_telling_dimension_add_up_to_the_change()
    {
        var alert = Samples.Alert(value: 700.25m, previous: 1000m);

        var contributors = AlertExplanation.Explain(alert, new Dictionary<Dimension, MetricResult>
        {
            [Dimension.Segment] = Samples.Split(700.25m, 1000m, ("Large", 350, 500), ("Small", 350.25m, 500)),
            [Dimension.Region] = Samples.Split(700.25m, 1000m, ("EMEA", 100, 450), ("APAC", 550.25m, 500), (null, 50, 50)),
        });

        Assert.All(contributors, static part => Assert.Equal(Dimension.Region, part.Dimension));
        Assert.Equal(("EMEA", -350m), (contributors[0].Member, contributors[0].Amount));
        Assert.Equal(("APAC", 50.25m), (contributors[1].Member, contributors[1].Amount));
        Assert.True(contributors[1].Share < 0);
        Assert.Equal(-299.75m, contributors.Sum(static part => part.Amount));
    }

    [Fact]
    public void Where_a_part_is_withheld_the_dimension_explains_nothing()
    {
        var split = Samples.Split(10, 20, ("Sales", 10, 20));

        var contributors = AlertExplanation.Explain(Samples.Alert(10, 20), new Dictionary<Dimension, MetricResult>
        {
            [Dimension.Department] = split with { Groups = [split.Groups![0] with { Suppressed = true }] },
        });

        Assert.Empty(contributors);
    }

    [Fact]
    public void Nothing_is_explained_where_there_is_nothing_to_compare_with()
    {
        Assert.Empty(AlertExplanation.Explain(
            Samples.Alert(10, null), new Dictionary<Dimension, MetricResult> { [Dimension.Region] = Samples.Split(10, null, ("EMEA", 10, null)) }));
    }

    private static class Samples
    {
        public static Alert Alert(decimal value, decimal? previous) => new()
        {
            Id = Guid.NewGuid(), Sequence = 1, OpenedSequence = 1, State = AlertPhase.Firing,
            Severity = Sophia.Core.Analytics.Anomalies.Alerts.AlertSeverity.Warning, Rule = Guid.NewGuid(), Name = "Revenue", Metric = "revenue.won",
            MetricName = "Revenue", Unit = MetricUnit.Money, Currency = "USD", Dimension = null, Member = null, Scope = null, Condition = RuleCondition.ChangesBy,
            Reading = new()
            {
                From = new(2026, 3, 1), To = new(2026, 3, 31), Value = value, Previous = previous, Change = null, AsOf = null, Sequence = 1, Freshness = FreshnessStatus.Fresh,
            },
            Expected = new(-0.2m, null, null), Since = default, OpenedAt = default, ChangedAt = default, ResolvedAt = null, Paused = false,
            RecommendedAction = null, Evidence = new("", ""), Contributors = [], Related = [], AcknowledgedBy = null, AcknowledgedAt = null, MutedUntil = null, History = [],
        };

        public static MetricResult Split(decimal value, decimal? previous, params (string? Key, decimal Value, decimal? Previous)[] groups) => new()
        {
            Metric = "revenue.won", Name = "Revenue", Definition = "", Unit = MetricUnit.Money, GoodDirection = GoodDirection.Up, Value = value, Previous = previous, Points = [],
            Groups = [.. groups.Select(static group => new MetricGroup { Key = group.Key, Value = group.Value, Previous = group.Previous, Points = [] })],
        };
    }
}
