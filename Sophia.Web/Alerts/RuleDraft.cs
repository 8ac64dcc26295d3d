using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Metrics;

namespace Sophia.Web.Alerts;

/// <summary>A rule as somebody is writing it: every word stays as it was typed until it is right.</summary>
internal sealed class RuleDraft
{
    /// <summary>What people call it.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The metric's key.</summary>
    public string Metric { get; set; } = MetricCatalog.All[0].Key;

    /// <summary>What the metric is split by, or null for the whole.</summary>
    public Dimension? Dimension { get; set; }

    /// <summary>The one part that is watched; empty for each by itself.</summary>
    public string Member { get; set; } = string.Empty;

    /// <summary>When the metric is wrong.</summary>
    public RuleCondition Condition { get; set; } = RuleCondition.Below;

    /// <summary>The threshold as typed.</summary>
    public string Threshold { get; set; } = string.Empty;

    /// <summary>How far back inside a value must be to be right again, as typed.</summary>
    public string Margin { get; set; } = string.Empty;

    /// <summary>What a change is measured against.</summary>
    public Comparison Compare { get; set; } = Comparison.PreviousPeriod;

    /// <summary>Over which days.</summary>
    public RulePeriod Period { get; set; } = RulePeriod.Last30Days;

    /// <summary>How much it matters.</summary>
    public AlertSeverity Severity { get; set; } = AlertSeverity.Warning;

    /// <summary>For how many minutes it must be wrong, as typed.</summary>
    public string PendingMinutes { get; set; } = "10";

    /// <summary>For how many minutes it must be right again, as typed.</summary>
    public string RecoveringMinutes { get; set; } = "60";

    /// <summary>What people should do then.</summary>
    public string RecommendedAction { get; set; } = string.Empty;

    /// <summary>Whether it is watched.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The version that was read; null for a new rule.</summary>
    public int? Version { get; init; }

    /// <summary>What the chosen metric is.</summary>
    public MetricDefinition? Definition => MetricCatalog.Find(Metric);

    /// <summary>Whether threshold and margin are typed in percent: shares, and changes of all but plain numbers.</summary>
    public bool InPercent => Definition?.Unit switch
    {
        MetricUnit.Ratio => true,
        MetricUnit.Number or null => false,
        MetricUnit.Money or MetricUnit.Count or MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours => Condition == RuleCondition.ChangesBy,
    };

    private decimal Scale => InPercent ? 100 : 1;

    /// <summary>A stored rule, to be changed.</summary>
    public static RuleDraft Of(MetricRule rule)
    {
        var draft = new RuleDraft
        {
            Name = rule.Name,
            Metric = rule.Metric,
            Dimension = rule.Dimension,
            Member = rule.Member ?? string.Empty,
            Condition = rule.Condition,
            Compare = rule.Compare == Comparison.None ? Comparison.PreviousPeriod : rule.Compare,
            Period = rule.Period,
            Severity = rule.Severity,
            PendingMinutes = rule.PendingMinutes.ToString(CultureInfo.CurrentCulture),
            RecoveringMinutes = rule.RecoveringMinutes.ToString(CultureInfo.CurrentCulture),
            RecommendedAction = rule.RecommendedAction ?? string.Empty,
            Enabled = rule.Enabled,
            Version = rule.Version,
        };
        draft.Threshold = draft.Write(rule.Threshold);
        draft.Margin = rule.Margin == 0 ? string.Empty : draft.Write(rule.Margin);
        return draft;
    }

    /// <summary>The rule as the API takes it; what is no number goes to <paramref name="errors"/>, by the API's name of the field.</summary>
    public MetricRuleRequest ToRequest(IStringLocalizer text, Dictionary<string, string[]> errors)
    {
        var learnt = Condition == RuleCondition.Anomaly;
        return new()
        {
            Name = Name,
            Metric = Metric,
            Dimension = Dimension,
            Member = Dimension is null || Member.Length == 0 ? null : Member,
            Period = Period,
            Condition = Condition,
            Threshold = learnt ? null : Read(Threshold, "threshold"),
            Margin = learnt ? 0 : Read(Margin, "margin") ?? 0,
            Compare = Condition == RuleCondition.ChangesBy ? Compare : null,
            Severity = Severity,
            PendingMinutes = Whole(PendingMinutes, "pendingMinutes"),
            RecoveringMinutes = Whole(RecoveringMinutes, "recoveringMinutes"),
            RecommendedAction = string.IsNullOrWhiteSpace(RecommendedAction) ? null : RecommendedAction.Trim(),
            Enabled = Enabled,
            Version = Version,
        };

        decimal? Read(string typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            if (decimal.TryParse(typed.Replace('−', '-'), NumberStyles.Number, CultureInfo.CurrentCulture, out var value))
            {
                return value / Scale;
            }

            errors[field] = [text["rule.noNumber", typed]];
            return null;
        }

        int Whole(string typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return 0;
            }

            if (int.TryParse(typed, NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var value))
            {
                return value;
            }

            errors[field] = [text["rule.noWholeNumber", typed]];
            return 0;
        }
    }

    private string Write(decimal? value) => (value * Scale)?.ToString("0.######", CultureInfo.CurrentCulture) ?? string.Empty;
}
