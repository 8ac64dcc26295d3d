namespace Sophia.Core.Analytics.Forecasting.Decomposition;

/// <summary>Season indices by classical decomposition: means of the deviations from a centred moving average.</summary>
internal static class ClassicalSeason
{
    /// <summary>One cycle of effects, beginning with the first value's; they add to 0, or multiply around a mean of 1.</summary>
    /// <param name="history">At least one full cycle and half of a second.</param>
    /// <param name="period">The season's length, 2 or more.</param>
    /// <param name="proportional">Effects as factors; the history must be above zero.</param>
    public static double[] Estimate(ReadOnlySpan<double> history, int period, bool proportional)
    {
        var trend = MovingAverage.Centred(history, period);
        var sums = new double[period];
        var counts = new int[period];
        for (var step = 0; step < history.Length; step++)
        {
            if (!double.IsNaN(trend[step]) && (!proportional || trend[step] > 0))
            {
                sums[step % period] += proportional ? history[step] / trend[step] : history[step] - trend[step];
                counts[step % period]++;
            }
        }

        var season = new double[period];
        for (var position = 0; position < period; position++)
        {
            season[position] = counts[position] > 0 ? sums[position] / counts[position] : proportional ? 1 : 0;
        }

        var mean = season.Average();
        for (var position = 0; position < period; position++)
        {
            season[position] = proportional ? Math.Max(season[position] / mean, 0.01) : season[position] - mean;
        }

        return season;
    }
}
