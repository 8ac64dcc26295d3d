using System.Globalization;
using System.Text.Json;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>One thing that a rule watches: a metric or one part of it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Member">The part, or null for the whole.</param>
public sealed record Watch(MetricRule Rule, string? Member)
{
    /// <summary>Names it for the engine. A changed rule is another one: what it was alerted of is over, and judged anew.</summary>
    public string Key { get; } = PrefixOf(Rule) + (Member is null ? "" : "/" + Member);

    /// <summary>The part as the engine and mutes write it, for example <c>region=EMEA</c>; null for the whole.</summary>
    public string? Scope { get; } = Rule.Dimension is { } dimension && Member is not null
        ? $"{JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString())}={Member}"
        : null;

    /// <summary>What keeps the part, or null for the whole.</summary>
    public MetricFilter? Filter { get; } = Rule.Dimension is { } part && Member is not null ? new(part, [Member]) : null;

    /// <summary>Which of the metric's values: rules with the same one see the same rows.</summary>
    public string Measure { get; } = Rule.Condition switch
    {
        RuleCondition.Above or RuleCondition.Below => Rule.Period.ToString(),
        RuleCondition.ChangesBy => $"{Rule.Period}:{Rule.Compare}",
        RuleCondition.Anomaly => "day",
    };

    /// <summary>Where what is watched would be right; null where that is learnt.</summary>
    public AlertExpectation? Expected => Rule.Condition switch
    {
        RuleCondition.Above => new(null, null, Rule.Threshold),
        RuleCondition.Below => new(Rule.Threshold, null, null),
        RuleCondition.ChangesBy => Rule.Threshold > 0 ? new(null, null, Rule.Threshold) : new(Rule.Threshold, null, null),
        RuleCondition.Anomaly => null,
    };

    /// <summary>What <see cref="Key"/> begins with for every part.</summary>
    public static string PrefixOf(MetricRule rule) => string.Create(CultureInfo.InvariantCulture, $"{rule.Id:N}.{rule.Version}");

    /// <summary>The watch of this key, or null where its rule is none of <paramref name="rules"/> any more.</summary>
    /// <param name="key">A <see cref="Key"/>.</param>
    /// <param name="rules">The rules by <see cref="PrefixOf"/>.</param>
    public static Watch? Find(string key, IReadOnlyDictionary<string, MetricRule> rules)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return rules.TryGetValue(slash < 0 ? key : key[..slash], out var rule) ? new(rule, slash < 0 ? null : key[(slash + 1)..]) : null;
    }

    /// <summary>The rule as the engine knows it.</summary>
    /// <param name="baselines">How many metrics are watched for anomalies: the more, the more evidence is asked of each.</param>
    public AlertRule ToEngine(int baselines) => new()
    {
        Id = Key,
        Metric = Rule.Metric,
        Scope = Scope,
        Measure = Measure,
        Condition = Rule.Condition == RuleCondition.Anomaly
            ? new AlertCondition.LearnedBaseline(MetricCatalog.Find(Rule.Metric)?.GoodDirection ?? GoodDirection.Neither, AnomalyDetector.ThresholdFor(baselines))
            : new AlertCondition.Threshold((double?)Expected!.Lower, (double?)Expected.Upper, (double)Rule.Margin, Rule.Severity),
        PendingFor = TimeSpan.FromMinutes(Rule.PendingMinutes),
        RecoverFor = TimeSpan.FromMinutes(Rule.RecoveringMinutes),
    };
}
