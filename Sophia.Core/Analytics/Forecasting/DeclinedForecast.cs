namespace Sophia.Core.Analytics.Forecasting;

/// <summary>The series does not carry a forecast.</summary>
/// <param name="Reason">Why, as a sentence for a reader.</param>
public sealed record DeclinedForecast(string Reason) : ForecastOutcome;
