namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>How an objective stands.</summary>
/// <param name="Definition">The objective.</param>
/// <param name="Total">Requests counted in its window.</param>
/// <param name="Good">How many of them were good.</param>
/// <param name="Measured">The good share; null without requests.</param>
/// <param name="BudgetRemaining">The share of the error budget that is left: 1 untouched, 0 used up, negative overdrawn; null without requests.</param>
/// <param name="CountedSince">Since when requests are counted, where that is later than the window's begin.</param>
/// <param name="Alerts">Its burn-rate alerts, the fastest first.</param>
/// <param name="BudgetTrend">The budget that remained at the end of each of up to 120 equal parts of the window; null before counting began.</param>
public sealed record SloStatus(
    SloDefinition Definition, long Total, long Good, double? Measured, double? BudgetRemaining, DateTimeOffset CountedSince,
    IReadOnlyList<BurnRateAlert> Alerts, IReadOnlyList<double?> BudgetTrend);
