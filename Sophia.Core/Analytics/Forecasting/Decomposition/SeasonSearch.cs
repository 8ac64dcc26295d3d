namespace Sophia.Core.Analytics.Forecasting.Decomposition;

/// <summary>Finds the periods that a series may repeat itself in.</summary>
internal static class SeasonSearch
{
    // Days in a week, months and quarters in a year, weeks in a year, hours in a day and in a week.
    private static readonly int[] s_calendar = [4, 7, 12, 24, 52, 168];

    // A sub-daily series has a week beside its day: these are the steps of a day that hours and parts of hours make.
    private static readonly int[] s_stepsOfADay = [24, 48, 96, 144, 288];

    // Less of a season would not pay for the states that it takes.
    private const double SmallestShare = 0.1;

    /// <summary>The periods worth modelling, ascending.</summary>
    /// <param name="history">Without gaps.</param>
    /// <param name="stated">The periods that the caller knows of; empty or 1 to look for calendar periods in the values.</param>
    public static IReadOnlyList<int> Find(double[] history, IReadOnlyList<int> stated)
    {
        int[] known = [.. stated.Where(period => period >= 2)];
        if (known.Length == 0)
        {
            var (best, share) = s_calendar.Select(period => (period, Share: Repeated(history, period))).MaxBy(found => found.Share);
            return share > SmallestShare ? WithWeek([best], history) : [];
        }

        return WithWeek([.. known.Where(period => history.Length >= (2 * period) + 3).Order()], history);
    }

    /// <summary>The rule of the M4 competition: the autocorrelation at the season's lag exceeds its 90 % band.</summary>
    public static bool PassesAutocorrelationTest(ReadOnlySpan<double> history, int period)
    {
        if (period < 2 || history.Length < 3 * period)
        {
            return false;
        }

        double squares = 0;
        for (var lag = 1; lag < period; lag++)
        {
            var correlation = Moments.Autocorrelation(history, lag);
            squares += correlation * correlation;
        }

        var band = 1.645 * Math.Sqrt((1 + (2 * squares)) / history.Length);
        return Math.Abs(Moments.Autocorrelation(history, period)) > band;
    }

    private static int[] WithWeek(int[] periods, double[] history)
    {
        if (periods.Length == 1 && s_stepsOfADay.Contains(periods[0]) && history.Length >= 15 * periods[0])
        {
            return [periods[0], 7 * periods[0]];
        }

        return periods;
    }

    // The share of the deviations from the moving average that the other cycles foretell; noise has one below zero.
    private static double Repeated(double[] history, int period)
    {
        if (history.Length < (5 * period) / 2 || history.Length < 20)
        {
            return 0;
        }

        var trend = MovingAverage.Centred(history, period);
        double[] deviations = [.. history.Zip(trend, (value, level) => value - level).Where(double.IsFinite)];
        double left = 0;
        double total = 0;
        for (var position = 0; position < period; position++)
        {
            var count = ((deviations.Length - 1 - position) / period) + 1;
            double sum = 0;
            for (var step = position; step < deviations.Length; step += period)
            {
                sum += deviations[step];
            }

            for (var step = position; count > 1 && step < deviations.Length; step += period)
            {
                var others = (sum - deviations[step]) / (count - 1);
                left += (deviations[step] - others) * (deviations[step] - others);
                total += deviations[step] * deviations[step];
            }
        }

        return total > 0 ? 1 - (left / total) : 0;
    }
}
