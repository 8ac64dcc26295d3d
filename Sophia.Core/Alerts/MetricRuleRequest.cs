using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>A rule as somebody wants it.</summary>
public sealed record MetricRuleRequest
{
    private const int LongestName = 100;
    private const int LongestAction = 1000;

    // A week: a state that lasts longer is no news.
    private const int LongestWait = 7 * 24 * 60;

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>The metric's key.</summary>
    public string? Metric { get; init; }

    /// <summary>What the metric is split by; by default nothing.</summary>
    public Dimension? Dimension { get; init; }

    /// <summary>The one value of the dimension that is watched; by default each of them by itself.</summary>
    public string? Member { get; init; }

    /// <summary>Over which days the value is taken; by default the last 30.</summary>
    public RulePeriod? Period { get; init; }

    /// <summary>When the metric is wrong.</summary>
    public RuleCondition? Condition { get; init; }

    /// <summary>In the metric's unit; for a change relative, for ratios the difference; none for an anomaly.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>How far back inside the threshold a value must be to be right again; by default 0.</summary>
    public decimal Margin { get; init; }

    /// <summary>What a change is measured against; by default the previous period.</summary>
    public Comparison? Compare { get; init; }

    /// <summary>How much it matters; by default a warning.</summary>
    public AlertSeverity? Severity { get; init; }

    /// <summary>For how many minutes it must be wrong before anybody is told; by default 0.</summary>
    public int PendingMinutes { get; init; }

    /// <summary>For how many minutes it must be right again before the alert is over; by default 0.</summary>
    public int RecoveringMinutes { get; init; }

    /// <summary>What people should do then; by default nothing is said.</summary>
    public string? RecommendedAction { get; init; }

    /// <summary>Whether it is to be watched; by default it is.</summary>
    public bool? Enabled { get; init; }

    /// <summary>For a change of a rule the version that was read before it; not for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>What is wrong with the request, per field.</summary>
    public Dictionary<string, string[]> Check()
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Name?.Trim() is not { Length: > 0 and <= LongestName })
        {
            errors["name"] = [$"Expected 1 to {LongestName} characters."];
        }

        CheckMetric(errors);
        CheckCondition(errors);
        if (PendingMinutes is < 0 or > LongestWait)
        {
            errors["pendingMinutes"] = [$"Expected 0 to {LongestWait}."];
        }

        if (RecoveringMinutes is < 0 or > LongestWait)
        {
            errors["recoveringMinutes"] = [$"Expected 0 to {LongestWait}."];
        }

        if (RecommendedAction is { Length: > LongestAction })
        {
            errors["recommendedAction"] = [$"Expected at most {LongestAction} characters."];
        }

        return errors;
    }

    /// <summary>The rule that a request without errors asks for.</summary>
    /// <param name="id">Names it.</param>
    /// <param name="version">Its version.</param>
    /// <param name="now">The present.</param>
    public MetricRule ToRule(Guid id, int version, DateTimeOffset now) => new()
    {
        Id = id,
        Version = version,
        Name = Name!.Trim(),
        Metric = Metric!,
        Dimension = Dimension,
        Member = Member,
        Period = Period ?? RulePeriod.Last30Days,
        Condition = Condition!.Value,
        Threshold = Threshold,
        Margin = Margin,
        Compare = Condition == RuleCondition.ChangesBy ? Compare ?? Comparison.PreviousPeriod : Comparison.None,
        Severity = Severity ?? AlertSeverity.Warning,
        PendingMinutes = PendingMinutes,
        RecoveringMinutes = RecoveringMinutes,
        RecommendedAction = RecommendedAction,
        Enabled = Enabled ?? true,
        ChangedAt = now,
    };

    private void CheckMetric(Dictionary<string, string[]> errors)
    {
        if (Metric is null || MetricCatalog.Find(Metric) is not { } metric)
        {
            errors["metric"] = [$"There is no metric '{Metric}'. There are: {string.Join(", ", MetricCatalog.All.Select(static known => known.Key))}."];
            return;
        }

        if (Dimension is { } dimension && !metric.Dimensions.Contains(dimension))
        {
            errors["dimension"] = [$"'{metric.Key}' cannot be split by {dimension}."];
        }

        if (Member is not null && Dimension is null)
        {
            errors["member"] = ["Say of which dimension."];
        }

        if (Dimension is not null && Condition == RuleCondition.Anomaly)
        {
            errors["dimension"] = ["Anomalies are looked for in the whole; the alert says which parts explain it."];
        }
    }

    private void CheckCondition(Dictionary<string, string[]> errors)
    {
        if (Condition is null)
        {
            errors["condition"] = ["Expected above, below, changesBy or anomaly."];
        }
        else if (Condition == RuleCondition.Anomaly != Threshold is null)
        {
            errors["threshold"] = [Threshold is null ? "Expected a number." : "An anomaly has no threshold: it is learnt."];
        }
        else if (Condition == RuleCondition.ChangesBy && Threshold == 0)
        {
            errors["threshold"] = ["Expected a change: positive for a rise, negative for a fall."];
        }

        if (Margin < 0)
        {
            errors["margin"] = ["Expected 0 or more."];
        }

        if (Condition == RuleCondition.ChangesBy && Compare == Comparison.None)
        {
            errors["compare"] = ["Expected previousPeriod or previousYear."];
        }
    }
}
