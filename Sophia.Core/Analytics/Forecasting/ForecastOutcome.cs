namespace Sophia.Core.Analytics.Forecasting;

/// <summary>A forecast, or why there is none.</summary>
public abstract record ForecastOutcome
{
    private protected ForecastOutcome()
    {
    }
}
