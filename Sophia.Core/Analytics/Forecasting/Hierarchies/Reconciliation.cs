namespace Sophia.Core.Analytics.Forecasting.Hierarchies;

/// <summary>
/// Makes forecasts of sums and parts add up, moving each the less the surer it is: minimum trace with the forecasts' own variances
/// (Wickramasuriya, Athanasopoulos and Hyndman 2019, the WLS variant).
/// </summary>
public static class Reconciliation
{
    // A series that never moves is trusted this much more than the widest interval, rather than infinitely.
    private const double SmallestShare = 1e-4;

    /// <summary>
    /// The same forecasts with means that add up at every step; each interval moves along with its mean and keeps its width.
    /// </summary>
    /// <param name="hierarchy">What adds up to what.</param>
    /// <param name="forecasts">One forecast of the same length for every series of the hierarchy, by name.</param>
    /// <exception cref="ArgumentException">A series has no forecast, or the forecasts differ in length.</exception>
    public static IReadOnlyDictionary<string, Forecast> Reconcile(
        Hierarchy hierarchy, IReadOnlyDictionary<string, Forecast> forecasts)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(forecasts);
        if (hierarchy.Series.Any(name => !forecasts.ContainsKey(name)))
        {
            throw new ArgumentException("A series of the hierarchy has no forecast.", nameof(forecasts));
        }

        Forecast[] given = [.. hierarchy.Series.Select(name => forecasts[name])];
        var horizon = given[0].Mean.Count;
        if (Array.Exists(given, forecast => forecast.Mean.Count != horizon))
        {
            throw new ArgumentException("The forecasts differ in length.", nameof(forecasts));
        }

        var means = given.Select(_ => new double[horizon]).ToArray();
        for (var step = 0; step < horizon; step++)
        {
            var parts = SolveParts(hierarchy, given, step);
            for (var series = 0; series < given.Length; series++)
            {
                means[series][step] = hierarchy.Members[series].Sum(part => parts[part]);
            }
        }

        return hierarchy.Series.Select((name, series) => (name, Forecast: Moved(given[series], means[series])))
            .ToDictionary(moved => moved.name, moved => moved.Forecast, StringComparer.Ordinal);
    }

    // Weighted least squares: the parts whose sums come nearest to all forecasts.
    private static double[] SolveParts(Hierarchy hierarchy, Forecast[] given, int step)
    {
        double[] widths = [.. given.Select(forecast => forecast.Upper[step] - forecast.Lower[step])];
        var smallest = Math.Max(widths.Max() * SmallestShare, double.Epsilon);
        var unit = Math.Max(widths.Max(), smallest);
        var size = hierarchy.Parts.Count;
        var matrix = new double[size, size];
        var right = new double[size];
        for (var series = 0; series < given.Length; series++)
        {
            var width = Math.Max(widths[series], smallest) / unit;
            var weight = 1 / (width * width);
            foreach (var row in hierarchy.Members[series])
            {
                right[row] += weight * given[series].Mean[step];
                foreach (var column in hierarchy.Members[series])
                {
                    matrix[row, column] += weight;
                }
            }
        }

        return Cholesky.Solve(matrix, right);
    }

    private static Forecast Moved(Forecast forecast, double[] mean) => forecast with
    {
        Mean = mean,
        Lower = [.. forecast.Lower.Select((lower, step) => lower + mean[step] - forecast.Mean[step])],
        Upper = [.. forecast.Upper.Select((upper, step) => upper + mean[step] - forecast.Mean[step])],
    };
}
