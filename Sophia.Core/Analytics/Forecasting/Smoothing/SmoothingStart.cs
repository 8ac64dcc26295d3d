using Sophia.Core.Analytics.Forecasting.Decomposition;

namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>Initial states read off the beginning of a series.</summary>
internal static class SmoothingStart
{
    /// <summary>Level and slope (or rate) before the first value, and one season, from the first cycles.</summary>
    public static (double Level, double Trend, double[] Season) Estimate(SmoothingForm form, double[] history)
    {
        var adjusted = history;
        double[] season = [form.Season is SeasonForm.Multiplicative ? 1 : 0];
        if (form.Season is not SeasonForm.None)
        {
            var first = history[..Math.Min(history.Length, 4 * form.Period)];
            season = ClassicalSeason.Estimate(first, form.Period, form.Season is SeasonForm.Multiplicative);
            adjusted = new double[history.Length];
            for (var step = 0; step < history.Length; step++)
            {
                var effect = season[step % form.Period];
                adjusted[step] = form.Season is SeasonForm.Multiplicative ? history[step] / effect : history[step] - effect;
            }
        }

        var count = Math.Min(history.Length, Math.Max(10, 2 * form.Period));
        var beginning = adjusted[..count];
        if (form.Trend.Grows())
        {
            // A rate is a slope of logarithms; such forms are for values above zero.
            var (logarithm, growth) = Line.Through(Array.ConvertAll(beginning, Math.Log));
            return (Math.Exp(logarithm - growth), Math.Exp(growth) - 1, season);
        }

        var (intercept, slope) = Line.Through(beginning);
        return form.Trend is TrendForm.None ? (beginning.Average(), 0, season) : (intercept - slope, slope, season);
    }
}
