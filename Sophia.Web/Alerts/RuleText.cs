using Microsoft.Extensions.Localization;
using Sophia.Core.Alerts;
using Sophia.Core.Metrics;
using Sophia.Web.Figures;

namespace Sophia.Web.Alerts;

/// <summary>Puts rules into words.</summary>
internal static class RuleText
{
    /// <summary>What is watched: Revenue, Revenue · EMEA, Revenue of each region.</summary>
    public static string Subject(IStringLocalizer text, MetricRule rule) => rule is { Dimension: { } dimension, Member: null }
        ? text["rule.each", AlertText.Subject(text, rule.Metric, null), text["dimension." + dimension]]
        : AlertText.Subject(text, rule.Metric, rule.Member);

    /// <summary>When it is wrong: below $1,000,000 · last 30 days.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="currency">The ISO 4217 code of amounts of money, or null.</param>
    public static string Condition(IStringLocalizer text, MetricRule rule, string? currency)
    {
        var unit = MetricCatalog.Find(rule.Metric)?.Unit ?? MetricUnit.Count;
        var period = text["period." + rule.Period];
        return rule.Condition switch
        {
            RuleCondition.Above => text["rule.isAbove", FigureText.Write(text, rule.Threshold, unit, currency), period],
            RuleCondition.Below => text["rule.isBelow", FigureText.Write(text, rule.Threshold, unit, currency), period],
            RuleCondition.ChangesBy => text["rule.isChanged", AlertText.Moved(text, rule.Threshold ?? 0, unit), text[ChangeText.Key(rule.Compare)], period],
            RuleCondition.Anomaly => text["rule.isUnusual"],
        };
    }

    /// <summary>For how long it must be wrong and right: told after 10 min, over after 60 min.</summary>
    public static string Waits(IStringLocalizer text, MetricRule rule) => rule is { PendingMinutes: 0, RecoveringMinutes: 0 }
        ? text["rule.atOnce"]
        : text["rule.waits", rule.PendingMinutes, rule.RecoveringMinutes];
}
