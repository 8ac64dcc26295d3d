namespace Sophia.Core.Analytics.Sales.QuarterEnd;

/// <summary>What will have been won by the end of a period, in the organisation's currency.</summary>
/// <param name="Won">Won already.</param>
/// <param name="Weighted">Won already, and each open deal's amount by its chance of being won in time.</param>
/// <param name="NewBusiness">The mean of what deals that do not exist yet brought in earlier periods; 0 without earlier periods.</param>
/// <param name="Mean">The mean of the simulation.</param>
/// <param name="Quantiles">Ascending shares with the value that is not exceeded in that share of the runs.</param>
/// <param name="Runs">How many times the rest of the period was played.</param>
/// <param name="EarlierPeriods">How many earlier periods tell how far such forecasts miss.</param>
public sealed record PeriodForecast(
    decimal Won, decimal Weighted, decimal NewBusiness, double Mean, IReadOnlyList<ForecastQuantile> Quantiles, int Runs, int EarlierPeriods)
{
    /// <summary>The value of one of the shares.</summary>
    /// <exception cref="InvalidOperationException">The share is not among the quantiles.</exception>
    public double Quantile(double share) => Quantiles.First(quantile => quantile.Share == share).Value;
}
