namespace Sophia.Core.Analytics.Forecasting.Decomposition;

/// <summary>Several seasons one inside the other, by STL in turns (Bandara, Hyndman and Bergmeir 2021).</summary>
internal sealed class MultipleSeasons
{
    private const int Rounds = 2;

    private readonly double[][] _seasons;
    private readonly int[] _periods;

    private MultipleSeasons(double[][] seasons, int[] periods, double[] adjusted, double[] trend) =>
        (_seasons, _periods, Adjusted, Trend) = (seasons, periods, adjusted, trend);

    /// <summary>The series without its seasons.</summary>
    public double[] Adjusted { get; }

    /// <summary>The smooth part of <see cref="Adjusted"/>.</summary>
    public double[] Trend { get; }

    /// <summary>Splits the series; seasons of which it holds less than two cycles are left out.</summary>
    public static MultipleSeasons Split(double[] values, IReadOnlyList<int> seasons)
    {
        int[] periods = [.. seasons.Where(period => period >= 2 && values.Length >= 2 * period)];
        var effects = periods.Select(_ => new double[values.Length]).ToArray();
        var adjusted = (double[])values.Clone();
        double[] trend = [];
        for (var round = 0; round < (periods.Length > 1 ? Rounds : 1); round++)
        {
            for (var index = 0; index < periods.Length; index++)
            {
                for (var step = 0; step < values.Length; step++)
                {
                    adjusted[step] += effects[index][step];
                }

                (effects[index], trend) = SeasonalTrendDecomposition.Split(adjusted, periods[index], 7 + (4 * (index + 1)));
                for (var step = 0; step < values.Length; step++)
                {
                    adjusted[step] -= effects[index][step];
                }
            }
        }

        return new MultipleSeasons(effects, periods, adjusted, trend);
    }

    /// <summary>The sum of the seasons' effects, each season repeating its last cycle.</summary>
    /// <param name="ahead">Steps after the end, from 0.</param>
    public double EffectAhead(int ahead)
    {
        double effect = 0;
        for (var index = 0; index < _periods.Length; index++)
        {
            effect += _seasons[index][^(_periods[index] - (ahead % _periods[index]))];
        }

        return effect;
    }

    /// <summary>1 minus the variance of the rest over that of season and rest together, not below 0 (Wang, Smith and Hyndman 2006).</summary>
    public double Strength(int index)
    {
        var rest = new double[Adjusted.Length];
        var both = new double[Adjusted.Length];
        for (var step = 0; step < rest.Length; step++)
        {
            rest[step] = Adjusted[step] - Trend[step];
            both[step] = rest[step] + _seasons[index][step];
        }

        var total = Moments.Variance(both);
        return total > 0 ? Math.Max(0, 1 - (Moments.Variance(rest) / total)) : 0;
    }
}
