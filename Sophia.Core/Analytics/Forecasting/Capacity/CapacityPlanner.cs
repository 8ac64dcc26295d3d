namespace Sophia.Core.Analytics.Forecasting.Capacity;

/// <summary>Plans capacity ahead of the load instead of after it.</summary>
public static class CapacityPlanner
{
    /// <summary>The upper quantile of the load by step and the units that carry it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member of the request is outside of its stated range.</exception>
    public static CapacityOutcome Plan(CapacityRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is not { ServiceLevel: > 0.75 and < 1, UnitCapacity: > 0 and < double.PositiveInfinity, FewestUnits: >= 0, LeadSteps: >= 0, Horizon: >= 1 })
        {
            throw new ArgumentOutOfRangeException(
                nameof(request), "Service level, unit capacity, fewest units, lead steps or horizon is outside of its range.");
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
            Forecast forecast => PlanOf(request, forecast),
            DeclinedForecast declined => new DeclinedPlan(declined.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static CapacityPlan PlanOf(CapacityRequest request, Forecast forecast)
    {
        var bound = forecast.Upper;
        var units = new int[bound.Count];
        for (var step = 0; step < units.Length; step++)
        {
            // A unit that shall carry load after the lead time has to be started now.
            var highest = bound.Skip(step).Take(request.LeadSteps + 1).Max();
            units[step] = Math.Max(request.FewestUnits, (int)Math.Min(int.MaxValue, Math.Ceiling(highest / request.UnitCapacity)));
        }

        return new CapacityPlan
        {
            Bound = bound,
            Expected = forecast.Mean,
            Units = units,
            Changes = [.. units.Select((count, step) => new ScalingStep(step, count))
                .Where(change => change.Step == 0 || units[change.Step - 1] != change.Units)],
            PeakStep = Enumerable.Range(0, bound.Count).MaxBy(step => bound[step]),
            ServiceLevel = request.ServiceLevel,
            ExceededShare = forecast.BackTest?.ShareAbove,
            Forecast = forecast,
        };
    }
}
