namespace Sophia.Core.Analytics.Forecasting.Capacity;

/// <summary>Says what load to be ready for ahead of it instead of after it.</summary>
public static class CapacityPlanner
{
    /// <summary>The upper quantile of the load by step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member of the request is outside of its stated range.</exception>
    public static CapacityOutcome Plan(CapacityRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is not { ServiceLevel: > 0.75 and < 1, Horizon: >= 1 })
        {
            throw new ArgumentOutOfRangeException(nameof(request), "Service level or horizon is outside of its range.");
        }

        var outcome = Forecaster.Forecast(new ForecastRequest
        {
            Values = request.Load,
            Horizon = request.Horizon,
            Seasons = request.Seasons,
            // The interval's upper end leaves half of what is outside above it.
            Level = (2 * request.ServiceLevel) - 1,
            Floor = 0,
        });
        return outcome switch
        {
            Forecast forecast => new CapacityPlan
            {
                Bound = forecast.Upper,
                Expected = forecast.Mean,
                ServiceLevel = request.ServiceLevel,
                ExceededShare = forecast.BackTest?.ShareAbove,
                Forecast = forecast,
            },
            DeclinedForecast declined => new DeclinedPlan(declined.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
