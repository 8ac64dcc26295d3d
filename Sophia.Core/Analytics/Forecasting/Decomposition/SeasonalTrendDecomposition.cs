namespace Sophia.Core.Analytics.Forecasting.Decomposition;

/// <summary>STL: season and trend by repeated local regression (Cleveland, Cleveland, McRae and Terpenning 1990).</summary>
internal static class SeasonalTrendDecomposition
{
    private const int InnerLoops = 2;

    /// <summary>Splits a series of at least two cycles into season, trend and the rest (not returned: value minus both).</summary>
    /// <param name="values">Without gaps.</param>
    /// <param name="period">The season's length, 2 or more.</param>
    /// <param name="seasonWindow">How many cycles the season of one position is smoothed over; odd.</param>
    public static (double[] Season, double[] Trend) Split(ReadOnlySpan<double> values, int period, int seasonWindow)
    {
        var count = values.Length;
        var season = new double[count];
        var trend = new double[count];
        var trendWindow = NextOdd(1.5 * period / (1 - (1.5 / seasonWindow)));
        var lowPassWindow = NextOdd(period);
        var cycles = new double[count + (2 * period)];
        var work = new double[count + (2 * period)];
        for (var loop = 0; loop < InnerLoops; loop++)
        {
            SmoothCycles(values, trend, period, seasonWindow, cycles);
            var low = Average(Average(Average(cycles, period), period), 3);
            Loess.Smooth(low, lowPassWindow, linear: true, 0, work.AsSpan(0, count));
            for (var step = 0; step < count; step++)
            {
                season[step] = cycles[step + period] - work[step];
                low[step] = values[step] - season[step];
            }

            Loess.Smooth(low.AsSpan(0, count), trendWindow, linear: true, 0, trend);
        }

        return (season, trend);
    }

    // Each position of the cycle on its own, one cycle further at both ends.
    private static void SmoothCycles(
        ReadOnlySpan<double> values, double[] trend, int period, int seasonWindow, double[] cycles)
    {
        var longest = ((values.Length - 1) / period) + 1;
        var members = new double[longest];
        var smoothed = new double[longest + 2];
        for (var position = 0; position < period; position++)
        {
            var number = ((values.Length - 1 - position) / period) + 1;
            for (var cycle = 0; cycle < number; cycle++)
            {
                var step = position + (cycle * period);
                members[cycle] = values[step] - trend[step];
            }

            Loess.Smooth(members.AsSpan(0, number), seasonWindow, linear: false, -1, smoothed.AsSpan(0, number + 2));
            for (var cycle = 0; cycle < number + 2; cycle++)
            {
                cycles[position + (cycle * period)] = smoothed[cycle];
            }
        }
    }

    private static double[] Average(ReadOnlySpan<double> values, int width)
    {
        var averages = new double[values.Length - width + 1];
        double sum = 0;
        for (var step = 0; step < values.Length; step++)
        {
            sum += values[step];
            if (step >= width)
            {
                sum -= values[step - width];
            }

            if (step >= width - 1)
            {
                averages[step - width + 1] = sum / width;
            }
        }

        return averages;
    }

    private static int NextOdd(double value) => ((int)Math.Ceiling(value) / 2 * 2) + 1;
}
