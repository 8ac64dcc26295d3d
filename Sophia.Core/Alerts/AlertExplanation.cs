using Sophia.Core.Analytics.Anomalies.Contributors;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>
/// Says which parts of a metric explain an alert: how each moved against the period before or, for an anomaly, how far its day
/// lies from its mean of the four weeks before.
/// </summary>
public static class AlertExplanation
{
    private const int MostContributors = 5;
    private const int DaysBefore = 28;

    /// <summary>The dimensions along which an alert can be told: the parts must add up to the whole.</summary>
    public static IReadOnlyList<Dimension> DimensionsOf(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.Member is null && MetricCatalog.Find(alert.Metric) is { Formula: MetricFormula.Total } metric
            ? [.. metric.Dimensions.Where(static dimension => dimension != Dimension.Topic)]
            : [];
    }

    /// <summary>What to ask about a dimension.</summary>
    public static MetricQuery Query(Alert alert, Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var days = new DateRange(alert.Reading.From, alert.Reading.To);
        var daily = alert.Condition == RuleCondition.Anomaly;
        return new()
        {
            Metrics = [MetricCatalog.Find(alert.Metric)!],
            Range = daily ? new(days.To.AddDays(-DaysBefore), days.To) : days,
            Granularity = daily ? Granularity.Day : TimeBuckets.Suited(days),
            Comparisons = daily ? [] : [Comparison.PreviousPeriod],
            GroupBy = dimension,
        };
    }

    /// <summary>The most telling dimension's parts, the most telling first; what they and smaller ones leave is one more without a name.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="splits">The answer to each dimension's query.</param>
    public static IReadOnlyList<AlertContributor> Explain(Alert alert, IReadOnlyDictionary<Dimension, MetricResult> splits)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(splits);
        var daily = alert.Condition == RuleCondition.Anomaly;
        var (actual, expected) = daily
            ? (alert.Reading.Value, alert.Expected.Centre)
            : splits.Values.Select(static split => (split.Value, split.Previous)).FirstOrDefault();
        if (actual is not { } value || expected is not { } before || value == before)
        {
            return [];
        }

        var parts = splits
            .Where(static split => split.Value.Groups is { Count: > 0 } groups && groups.All(static group => !group.Suppressed))
            .ToDictionary(
                static split => split.Key.ToString(),
                IReadOnlyList<ContributionPart> (split) => [.. split.Value.Groups!.Select(group => daily ? OfDay(group) : OfPeriod(group))],
                StringComparer.Ordinal);
        return ContributionAnalysis.Explain((double)value, (double)before, parts) is [{ } telling, ..]
            ? Name(telling, value - before, alert.Unit)
            : [];
    }

    private static ContributionPart OfPeriod(MetricGroup group) => new(group.Key ?? "", (double)(group.Value ?? 0), (double)(group.Previous ?? 0));

    private static ContributionPart OfDay(MetricGroup group) => new(
        group.Key ?? "", (double)(group.Points[^1].Value ?? 0), (double)group.Points.SkipLast(1).Average(static point => point.Value ?? 0));

    private static AlertContributor[] Name(DimensionContributions telling, decimal deviation, MetricUnit unit)
    {
        var dimension = Enum.Parse<Dimension>(telling.Dimension);
        AlertContributor[] named =
        [
            .. telling.Contributions
                .Where(static part => part.Name.Length > 0 && part.Name != ContributionAnalysis.Rest && part.Amount != 0)
                .Take(MostContributors)
                .Select(part => Contributor(dimension, part.Name, MetricValue.Round(part.Amount, unit), deviation)),
        ];
        var rest = deviation - named.Sum(static part => part.Amount);
        return rest == 0 ? named : [.. named, Contributor(dimension, null, rest, deviation)];
    }

    private static AlertContributor Contributor(Dimension dimension, string? member, decimal amount, decimal deviation) =>
        new(dimension, member, amount, (double)(amount / deviation));
}
