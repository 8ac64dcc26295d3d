using Sophia.Core.Analytics.Forecasting.Decomposition;

namespace Sophia.Core.Analytics.Forecasting.Autoregression;

/// <summary>Takes differences, and decides how many a series needs.</summary>
internal static class Differences
{
    // The strength of a season from which on it wanders rather than repeats (Wang, Smith and Hyndman 2006).
    private const double WanderingSeason = 0.64;

    // The 5 % point of the KPSS statistic for a level (Kwiatkowski and others 1992).
    private const double CriticalLevel = 0.463;

    /// <summary>The seasonal and ordinary differences of a model.</summary>
    public static double[] Take(double[] values, in ArimaOrder order)
    {
        for (var count = 0; count < order.SeasonalDifferences; count++)
        {
            values = At(values, order.Period);
        }

        for (var count = 0; count < order.Differences; count++)
        {
            values = At(values, 1);
        }

        return values;
    }

    /// <summary>How many a series needs to become stationary.</summary>
    public static (int Ordinary, int Seasonal) Needed(double[] history, int period)
    {
        var seasonal = period > 1 && history.Length >= 3 * period &&
            MultipleSeasons.Split(history, [period]).Strength(0) > WanderingSeason ? 1 : 0;
        var values = seasonal > 0 ? At(history, period) : history;
        var ordinary = 0;
        while (ordinary + seasonal < 2 && values.Length > 10 && KpssStatistic(values) > CriticalLevel)
        {
            values = At(values, 1);
            ordinary++;
        }

        return (ordinary, seasonal);
    }

    private static double[] At(double[] values, int lag)
    {
        var differences = new double[values.Length - lag];
        for (var step = 0; step < differences.Length; step++)
        {
            differences[step] = values[step + lag] - values[step];
        }

        return differences;
    }

    private static double KpssStatistic(double[] values)
    {
        var count = values.Length;
        var mean = Moments.Mean(values);
        var lags = (int)(4 * Math.Pow(count / 100.0, 0.25));
        double partial = 0;
        double partialSquares = 0;
        foreach (var value in values)
        {
            partial += value - mean;
            partialSquares += partial * partial;
        }

        double longRun = 0;
        for (var lag = 0; lag <= lags; lag++)
        {
            double covariance = 0;
            for (var step = lag; step < count; step++)
            {
                covariance += (values[step] - mean) * (values[step - lag] - mean) / count;
            }

            longRun += lag == 0 ? covariance : 2 * (1 - (lag / (lags + 1.0))) * covariance;
        }

        return longRun > 0 ? partialSquares / ((double)count * count * longRun) : 0;
    }
}
