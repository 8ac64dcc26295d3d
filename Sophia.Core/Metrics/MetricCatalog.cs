using System.Collections.Frozen;
using static Sophia.Core.Metrics.MetricComponents;

namespace Sophia.Core.Metrics;

/// <summary>Every metric of Sophia. Page, API, questions, alerts and exports read the same definitions.</summary>
public static class MetricCatalog
{
    private static readonly Dimension[] s_dealDimensions = [Dimension.ProductLine, Dimension.Region, Dimension.Segment, Dimension.Department, Dimension.Seller];
    private static readonly Dimension[] s_pipelineDimensions = [Dimension.Stage, .. s_dealDimensions];
    private static readonly Dimension[] s_callDimensions = [Dimension.Department, Dimension.Seller, Dimension.CallDirection, Dimension.Region, Dimension.Segment];
    private static readonly Dimension[] s_peopleDimensions = [Dimension.Department];

    /// <summary>All metrics, in the order in which people read them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        Deal("revenue.won", "Revenue", "The value of deals won, on the day they were won.",
            MetricUnit.Money, GoodDirection.Up, new MetricFormula.Total(WonAmount)),
        Deal("revenue.growth", "Revenue growth", "The change of revenue against the period right before, of the same length.",
            MetricUnit.Ratio, GoodDirection.Up, new MetricFormula.Growth(WonAmount)),
        Pipeline("pipeline.open", "Open pipeline", "The present value of all deals in open stages at the end of the period.",
            MetricUnit.Money, new MetricFormula.Total(OpenAmount)),
        Pipeline("pipeline.weighted", "Weighted pipeline", "Open pipeline, each deal times the probability of its stage.",
            MetricUnit.Money, new MetricFormula.Total(WeightedOpenAmount)),
        Pipeline("pipeline.deals", "Open deals", "The number of deals in open stages at the end of the period.",
            MetricUnit.Count, new MetricFormula.Total(OpenDeals)),
        Deal("deals.won", "Deals won", "The number of deals won.",
            MetricUnit.Count, GoodDirection.Up, new MetricFormula.Total(WonDeals)),
        Deal("deals.lost", "Deals lost", "The number of deals lost.",
            MetricUnit.Count, GoodDirection.Down, new MetricFormula.Total(LostDeals)),
        Deal("deals.winRate", "Win rate", "Deals won as a share of deals won or lost.",
            MetricUnit.Ratio, GoodDirection.Up, new MetricFormula.Quotient(WonDeals, ClosedDeals)),
        Deal("deals.averageValue", "Average deal", "Revenue divided by the number of deals won.",
            MetricUnit.Money, GoodDirection.Up, new MetricFormula.Quotient(WonAmount, WonDeals)),
        Deal("deals.salesCycle", "Sales cycle", "The average number of days from opening to winning, over deals won.",
            MetricUnit.Days, GoodDirection.Down, new MetricFormula.Quotient(WonCycleDays, WonDeals)),
        Deal("deals.created", "New deals", "The number of deals opened.",
            MetricUnit.Count, GoodDirection.Up, new MetricFormula.Total(CreatedDeals)),
        Call("calls.held", "Calls held", "The number of calls with people outside, as far as the source says who took part.",
            MetricUnit.Count, GoodDirection.Up, new MetricFormula.Total(ExternalCalls)) with { Dimensions = [.. s_callDimensions, Dimension.Topic] },
        Call("calls.averageLength", "Average call", "The average length of calls held.",
            MetricUnit.Minutes, GoodDirection.Neither, new MetricFormula.Quotient(ExternalMinutes, ExternalCalls)),
        Call("calls.talkRatio", "Talk ratio", "How long our side talked as a share of all talk, over calls held whose talk was measured.",
            MetricUnit.Ratio, GoodDirection.Neither, new MetricFormula.Quotient(OurTalkSeconds, AllTalkSeconds)),
        Call("calls.sentiment", "Sentiment", "The average sentiment of calls held that have a transcript, from -1 to 1; each call counts once, however long it was.",
            MetricUnit.Number, GoodDirection.Up, new MetricFormula.Quotient(SentimentSum, SentimentCalls)),
        People("people.headcount", "Headcount", "The number of people employed at the end of the period.",
            MetricUnit.Count, GoodDirection.Neither, new MetricFormula.Total(Headcount)),
        People("people.hires", "Hires", "The number of people whose first day is in the period.",
            MetricUnit.Count, GoodDirection.Neither, new MetricFormula.Total(Hires)),
        People("people.leavers", "Leavers", "The number of people whose first day no longer employed is in the period.",
            MetricUnit.Count, GoodDirection.Down, new MetricFormula.Total(Leavers)),
        People("people.attrition", "Attrition", "Leavers as a share of average headcount: the mean of headcount before the period and at its end. Not annualised.",
            MetricUnit.Ratio, GoodDirection.Down, new MetricFormula.PerAverage(Leavers, Headcount)),
        People("people.satisfaction", "Satisfaction", "The average score of survey answers, from 0 to 10; a survey counts on the day of its first answer.",
            MetricUnit.Number, GoodDirection.Up, new MetricFormula.Quotient(ScoreSum, SurveyAnswers)) with { People = SurveyAnswers },
        People("people.productivity", "Calls per person", "Calls held for each person employed: calls held divided by average headcount.",
            MetricUnit.Number, GoodDirection.Up, new MetricFormula.PerAverage(ExternalCalls, Headcount)),
        People("people.collaboration", "Collaboration", "Hours of calls among colleagues for each person employed: hours divided by average headcount.",
            MetricUnit.Hours, GoodDirection.Neither, new MetricFormula.PerAverage(InternalHours, Headcount)),
    ];

    private static readonly FrozenDictionary<string, MetricDefinition> s_byKey =
        All.ToFrozenDictionary(static metric => metric.Key, StringComparer.Ordinal);

    /// <summary>The metric with this key, or null where there is none.</summary>
    public static MetricDefinition? Find(string key) => s_byKey.GetValueOrDefault(key);

    /// <summary>
    /// The metrics that a pattern names, in the catalog's order: a key, a prefix with a star (<c>deals.*</c>) or a star
    /// alone. Empty where the pattern names none.
    /// </summary>
    public static IReadOnlyList<MetricDefinition> Match(string pattern) => pattern switch
    {
        "*" => All,
        [.. var prefix, '.', '*'] => [.. All.Where(metric => metric.Key.StartsWith(prefix + '.', StringComparison.Ordinal))],
        _ => Find(pattern) is { } metric ? [metric] : [],
    };

    private static MetricDefinition Deal(
        string key, string name, string definition, MetricUnit unit, GoodDirection good, MetricFormula formula) => new()
        {
            Key = key, Name = name, Definition = definition, Unit = unit, GoodDirection = good, Formula = formula, Dimensions = s_dealDimensions,
        };

    private static MetricDefinition Pipeline(
        string key, string name, string definition, MetricUnit unit, MetricFormula formula) => new()
        {
            Key = key, Name = name, Definition = definition, Unit = unit, GoodDirection = GoodDirection.Up, Formula = formula, Dimensions = s_pipelineDimensions,
        };

    private static MetricDefinition Call(
        string key, string name, string definition, MetricUnit unit, GoodDirection good, MetricFormula formula) => new()
        {
            Key = key, Name = name, Definition = definition, Unit = unit, GoodDirection = good, Formula = formula, Dimensions = s_callDimensions,
        };

    private static MetricDefinition People(
        string key, string name, string definition, MetricUnit unit, GoodDirection good, MetricFormula formula) => new()
        {
            Key = key, Name = name, Definition = definition, Unit = unit, GoodDirection = good, Formula = formula, Dimensions = s_peopleDimensions,
            People = Headcount,
        };
}
