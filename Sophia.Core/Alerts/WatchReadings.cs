using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>Finds in the metrics' own answers what rules watch.</summary>
public static class WatchReadings
{
    // A rule over all parts of a metric watches its largest ones: more would be no news for anybody.
    private const int MostMembers = 50;

    /// <summary>The queries to ask for rules other than of anomalies, and which of them each is for: rules over the same days and parts share one.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="today">The present UTC day.</param>
    public static IReadOnlyList<(MetricQuery Query, IReadOnlyList<MetricRule> Rules)> Queries(IReadOnlyList<MetricRule> rules, DateOnly today) =>
    [
        .. rules
            // A metric may be known no more, or no longer be split so.
            .Where(static rule => rule.Condition != RuleCondition.Anomaly && MetricCatalog.Find(rule.Metric) is { } metric
                && (rule.Dimension is not { } dimension || metric.Dimensions.Contains(dimension)))
            .GroupBy(static rule => (rule.Period, rule.Dimension, rule.Member, rule.Compare))
            .Select(group => (
                new MetricQuery
                {
                    Metrics = [.. group.Select(static rule => MetricCatalog.Find(rule.Metric)!).Distinct()],
                    Range = group.Key.Period.Days(today),
                    Granularity = TimeBuckets.Suited(group.Key.Period.Days(today)),
                    Comparisons = group.Key.Compare == Comparison.None ? [] : [group.Key.Compare],
                    GroupBy = group.Key.Member is null ? group.Key.Dimension : null,
                    Filters = new Watch(group.First(), group.Key.Member).Filter is { } filter ? [filter] : [],
                },
                (IReadOnlyList<MetricRule>)[.. group])),
    ];

    /// <summary>What an answer says of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="answer">The answer to the rule's query.</param>
    /// <param name="now">The present: the time of the rows.</param>
    public static IEnumerable<WatchReading> Of(MetricRule rule, DashboardMetrics answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(answer);
        var result = answer.Metrics.First(metric => metric.Metric == rule.Metric);
        if (rule.Dimension is null || rule.Member is not null)
        {
            return [Read(new(rule, rule.Member), answer, result, result.Value, result.Previous, result.Change, now)];
        }

        return (result.Groups ?? [])
            .Where(static group => group.Key is not null)
            .Take(MostMembers)
            .Select(group => Read(
                new(rule, group.Key), answer, result, group.Value, group.Previous, MetricCalculator.Change(group.Value, group.Previous, result.Unit), now));
    }

    private static WatchReading Read(
        Watch watch, DashboardMetrics answer, MetricResult result, decimal? value, decimal? previous, decimal? change, DateTimeOffset now)
    {
        var watched = watch.Rule.Condition == RuleCondition.ChangesBy ? change : value;
        return new(
            watch,
            new()
            {
                From = answer.From,
                To = answer.To,
                Value = value,
                Previous = previous,
                Change = change,
                AsOf = answer.AsOf,
                Sequence = answer.Sequence,
                Freshness = result.Freshness,
            },
            result.Currency,
            // While figures are incomplete or out of date nothing is judged by them.
            watched is { } known && result.Freshness == FreshnessStatus.Fresh
                ? [new AnomalyVerdict { At = now, Value = (double)known, State = AnomalyState.Normal, Score = 0 }]
                : []);
    }
}
