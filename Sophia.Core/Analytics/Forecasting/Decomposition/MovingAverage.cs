namespace Sophia.Core.Analytics.Forecasting.Decomposition;

/// <summary>The average over one full period around each value.</summary>
internal static class MovingAverage
{
    /// <summary>NaN where the window does not fit; even periods weigh the two ends half.</summary>
    public static double[] Centred(ReadOnlySpan<double> values, int period)
    {
        var averages = new double[values.Length];
        Array.Fill(averages, double.NaN);
        var reach = period / 2;
        for (var step = reach; step + reach < values.Length; step++)
        {
            double sum = 0;
            for (var offset = -reach; offset <= reach; offset++)
            {
                var isHalf = period % 2 == 0 && Math.Abs(offset) == reach;
                sum += values[step + offset] * (isHalf ? 0.5 : 1);
            }

            averages[step] = sum / period;
        }

        return averages;
    }
}
