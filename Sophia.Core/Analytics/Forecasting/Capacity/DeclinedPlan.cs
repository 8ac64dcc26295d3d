namespace Sophia.Core.Analytics.Forecasting.Capacity;

/// <summary>The load's history does not carry a plan.</summary>
/// <param name="Reason">Why, as a sentence for a reader.</param>
public sealed record DeclinedPlan(string Reason) : CapacityOutcome;
