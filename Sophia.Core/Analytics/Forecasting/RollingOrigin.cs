namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Forecasts from earlier points of a series, compared with what came.</summary>
internal static class RollingOrigin
{
    private const int MostOrigins = 5;

    /// <summary>The lengths of history to forecast from, ascending; empty if the series is too short to spare any value.</summary>
    /// <param name="count">The series' length.</param>
    /// <param name="horizon">The steps that the forecast is wanted for.</param>
    /// <param name="season">The longest period; 1 for none.</param>
    public static int[] Origins(int count, int horizon, int season)
    {
        var shortest = Math.Max(6, Math.Min((2 * season) + 8, count * 2 / 3));
        var reach = Math.Min(horizon, count / 3);
        var stride = Math.Max(1, reach / 3);
        List<int> origins = [];
        for (var origin = count - reach; origin >= shortest && origins.Count < MostOrigins - 1; origin -= stride)
        {
            origins.Insert(0, origin);
        }

        // A short series adds points nearer to its end, from which fewer steps can be compared.
        for (var origin = count - reach + stride; origin <= count - stride && origins.Count < MostOrigins; origin += stride)
        {
            if (origin >= shortest)
            {
                origins.Add(origin);
            }
        }

        return [.. origins];
    }

    /// <summary>The paths of one family from each origin; null if it cannot be used on this series.</summary>
    public static ForecastPath[]? Run(
        IForecastingModel model, double[] history, IReadOnlyList<int> seasons, int[] origins, int horizon)
    {
        if (model.Choose(history[..origins[0]], seasons) is not { } chosen)
        {
            return null;
        }

        var paths = new ForecastPath[origins.Length];
        for (var index = 0; index < origins.Length; index++)
        {
            var ahead = Math.Min(horizon, history.Length - origins[index]);
            paths[index] = chosen.Forecast(history[..origins[index]], ahead);
            if (!paths[index].IsUsable)
            {
                return null;
            }
        }

        return paths;
    }
}
