namespace Sophia.Core.Metrics;

/// <summary>Every component that a metric uses.</summary>
public static class MetricComponents
{
    private static readonly AddsUp s_whenCreated = new AddsUp.Flow(FactColumn.CreatedAt);
    private static readonly AddsUp s_whenClosed = new AddsUp.Flow(FactColumn.ClosedAt);
    private static readonly AddsUp s_whileInStage = new AddsUp.Stock(FactColumn.EnteredAt, FactColumn.LeftAt);

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

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<MetricComponent> All { get; } =
        [WonAmount, WonDeals, LostDeals, ClosedDeals, WonCycleDays, CreatedDeals, OpenAmount, WeightedOpenAmount, OpenDeals];
}
