using Sophia.Core.Analytics.Forecasting.Decomposition;

namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Fills missing observations from their neighbours and from the season.</summary>
internal static class SeriesGaps
{
    /// <summary>A copy without gaps; at least one value is not NaN.</summary>
    /// <param name="values">NaN where missing.</param>
    /// <param name="season">The shortest stated period; below 2 for none.</param>
    public static double[] Fill(double[] values, int season)
    {
        var filled = Interpolate(values);
        if (season < 2 || values.Length < 2 * season || !values.Any(double.IsNaN))
        {
            return filled;
        }

        var parts = MultipleSeasons.Split(filled, [season]);
        var adjusted = new double[values.Length];
        for (var step = 0; step < values.Length; step++)
        {
            adjusted[step] = double.IsNaN(values[step]) ? double.NaN : parts.Adjusted[step];
        }

        adjusted = Interpolate(adjusted);
        for (var step = 0; step < values.Length; step++)
        {
            filled[step] = double.IsNaN(values[step]) ? adjusted[step] + filled[step] - parts.Adjusted[step] : values[step];
        }

        return filled;
    }

    private static double[] Interpolate(double[] values)
    {
        var filled = (double[])values.Clone();
        var previous = -1;
        for (var step = 0; step <= values.Length; step++)
        {
            if (step < values.Length && double.IsNaN(values[step]))
            {
                continue;
            }

            for (var gap = previous + 1; gap < step; gap++)
            {
                filled[gap] = (previous, step) switch
                {
                    (-1, _) => values[step],
                    _ when step == values.Length => values[previous],
                    _ => values[previous] + ((values[step] - values[previous]) * (gap - previous) / (step - previous)),
                };
            }

            previous = step;
        }

        return filled;
    }
}
