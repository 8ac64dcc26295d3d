namespace Sophia.Core.Metrics;

/// <summary>Every component that a metric uses.</summary>
public static class MetricComponents
{
    private static readonly AddsUp s_whenCreated = new AddsUp.Flow(FactColumn.CreatedAt);
    private static readonly AddsUp s_whenClosed = new AddsUp.Flow(FactColumn.ClosedAt);
    private static readonly AddsUp s_whileInStage = new AddsUp.Stock(FactColumn.EnteredAt, FactColumn.LeftAt);
    private static readonly AddsUp s_whenHeld = new AddsUp.Flow(FactColumn.StartedAt);
    private static readonly AddsUp s_whileHere = new AddsUp.Stock(FactColumn.HiredOn, FactColumn.LeftOn);
    private static readonly AddsUp s_whenSurveyed = new AddsUp.Flow(FactColumn.SurveyDay);

    /// <summary>Value of deals won.</summary>
    public static MetricComponent WonAmount { get; } = new()
    {
        Name = "won_amount", Fact = FactSource.Deal, Filter = FactColumn.IsWon, Measure = FactColumn.Amount, AddsUp = s_whenClosed,
    };

    /// <summary>Number of deals won.</summary>
    public static MetricComponent WonDeals { get; } = new()
    {
        Name = "won_deals", Fact = FactSource.Deal, Filter = FactColumn.IsWon, AddsUp = s_whenClosed,
    };

    /// <summary>Number of deals lost.</summary>
    public static MetricComponent LostDeals { get; } = new()
    {
        Name = "lost_deals", Fact = FactSource.Deal, Filter = FactColumn.IsLost, AddsUp = s_whenClosed,
    };

    /// <summary>Number of deals won or lost.</summary>
    public static MetricComponent ClosedDeals { get; } = new()
    {
        Name = "closed_deals", Fact = FactSource.Deal, Filter = FactColumn.IsClosed, AddsUp = s_whenClosed,
    };

    /// <summary>Days from opening to winning, summed over won deals.</summary>
    public static MetricComponent WonCycleDays { get; } = new()
    {
        Name = "won_cycle_days", Fact = FactSource.Deal, Filter = FactColumn.IsWon, Measure = FactColumn.SalesCycleDays, AddsUp = s_whenClosed,
    };

    /// <summary>Number of deals opened.</summary>
    public static MetricComponent CreatedDeals { get; } = new()
    {
        Name = "created_deals", Fact = FactSource.Deal, AddsUp = s_whenCreated,
    };

    /// <summary>Value of deals in open stages.</summary>
    public static MetricComponent OpenAmount { get; } = new()
    {
        Name = "open_amount", Fact = FactSource.DealStageStay, Filter = FactColumn.IsOpen, Measure = FactColumn.Amount, AddsUp = s_whileInStage,
    };

    /// <summary>Value of deals in open stages times the stages' probabilities.</summary>
    public static MetricComponent WeightedOpenAmount { get; } = new()
    {
        Name = "weighted_open_amount", Fact = FactSource.DealStageStay, Filter = FactColumn.IsOpen, Measure = FactColumn.WeightedAmount, AddsUp = s_whileInStage,
    };

    /// <summary>Number of deals in open stages.</summary>
    public static MetricComponent OpenDeals { get; } = new()
    {
        Name = "open_deals", Fact = FactSource.DealStageStay, Filter = FactColumn.IsOpen, AddsUp = s_whileInStage,
    };

    /// <summary>Number of external calls.</summary>
    public static MetricComponent ExternalCalls { get; } = new()
    {
        Name = "external_calls", Fact = FactSource.Call, Filter = FactColumn.IsExternalCall, AddsUp = s_whenHeld,
    };

    /// <summary>Minutes of external calls.</summary>
    public static MetricComponent ExternalMinutes { get; } = new()
    {
        Name = "external_minutes", Fact = FactSource.Call, Filter = FactColumn.IsExternalCall, Measure = FactColumn.DurationMinutes, AddsUp = s_whenHeld,
    };

    /// <summary>Seconds that our side talked in external calls whose talk is measured.</summary>
    public static MetricComponent OurTalkSeconds { get; } = new()
    {
        Name = "our_talk_seconds", Fact = FactSource.Call, Filter = FactColumn.IsTalkMeasured, Measure = FactColumn.OurTalkSeconds, AddsUp = s_whenHeld,
    };

    /// <summary>Seconds that both sides talked in external calls whose talk is measured.</summary>
    public static MetricComponent AllTalkSeconds { get; } = new()
    {
        Name = "all_talk_seconds", Fact = FactSource.Call, Filter = FactColumn.IsTalkMeasured, Measure = FactColumn.AllTalkSeconds, AddsUp = s_whenHeld,
    };

    /// <summary>Sentiment, summed over external calls of which it is known.</summary>
    public static MetricComponent SentimentSum { get; } = new()
    {
        Name = "sentiment_sum", Fact = FactSource.Call, Filter = FactColumn.IsSentimentKnown, Measure = FactColumn.Sentiment, AddsUp = s_whenHeld,
    };

    /// <summary>Number of external calls of which the sentiment is known.</summary>
    public static MetricComponent SentimentCalls { get; } = new()
    {
        Name = "sentiment_calls", Fact = FactSource.Call, Filter = FactColumn.IsSentimentKnown, AddsUp = s_whenHeld,
    };

    /// <summary>Hours of calls among colleagues.</summary>
    public static MetricComponent InternalHours { get; } = new()
    {
        Name = "internal_hours", Fact = FactSource.Call, Filter = FactColumn.IsInternalCall, Measure = FactColumn.DurationHours, AddsUp = s_whenHeld,
    };

    /// <summary>Number of people who work here.</summary>
    public static MetricComponent Headcount { get; } = new()
    {
        Name = "headcount", Fact = FactSource.Employee, AddsUp = s_whileHere,
    };

    /// <summary>Number of people who began.</summary>
    public static MetricComponent Hires { get; } = new()
    {
        Name = "hires", Fact = FactSource.Employee, AddsUp = new AddsUp.Flow(FactColumn.HiredOn),
    };

    /// <summary>Number of people who left.</summary>
    public static MetricComponent Leavers { get; } = new()
    {
        Name = "leavers", Fact = FactSource.Employee, AddsUp = new AddsUp.Flow(FactColumn.LeftOn),
    };

    /// <summary>Scores of survey answers, summed.</summary>
    public static MetricComponent ScoreSum { get; } = new()
    {
        Name = "score_sum", Fact = FactSource.SurveyResponse, Measure = FactColumn.Score, AddsUp = s_whenSurveyed,
    };

    /// <summary>Number of survey answers.</summary>
    public static MetricComponent SurveyAnswers { get; } = new()
    {
        Name = "survey_answers", Fact = FactSource.SurveyResponse, AddsUp = s_whenSurveyed,
    };

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<MetricComponent> All { get; } =
    [
        WonAmount, WonDeals, LostDeals, ClosedDeals, WonCycleDays, CreatedDeals, OpenAmount, WeightedOpenAmount, OpenDeals,
        ExternalCalls, ExternalMinutes, OurTalkSeconds, AllTalkSeconds, SentimentSum, SentimentCalls, InternalHours,
        Headcount, Hires, Leavers,
        ScoreSum, SurveyAnswers,
    ];
}
