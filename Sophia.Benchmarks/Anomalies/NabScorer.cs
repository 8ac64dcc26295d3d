namespace Sophia.Benchmarks.Anomalies;

/// <summary>The scoring rule of the Numenta Anomaly Benchmark (A. Lavin and S. Ahmad 2015) at one threshold for all files.</summary>
internal static class NabScorer
{
    /// <summary>0 for no detection at all, 100 for every window found at its first row and nothing else.</summary>
    public static double Score(IReadOnlyList<(LabelledSeries Series, double[] Scores)> files, double threshold, NabProfile profile)
    {
        var raw = files.Sum(file => Raw(file.Series, file.Scores, threshold, profile));
        var nothing = -profile.FalseNegative * files.Sum(static file => Counted(file.Series).Count());
        return 100 * (raw - nothing) / ((profile.TruePositive * files.Sum(static file => file.Series.Windows.Count)) - nothing);
    }

    public static NabDetections Count(IReadOnlyList<(LabelledSeries Series, double[] Scores)> files, double threshold)
    {
        var hit = files.Sum(file => Counted(file.Series).Count(window => RowsIn(file.Series, window).Any(row => file.Scores[row] >= threshold)));
        var outside = files.SelectMany(static file => RowsOutside(file.Series).Select(row => file.Scores[row])).ToArray();
        return new(hit, files.Sum(static file => file.Series.Windows.Count), outside.Count(score => score >= threshold), outside.Length);
    }

    private static double Raw(LabelledSeries series, double[] scores, double threshold, NabProfile profile)
    {
        var raw = 0.0;
        foreach (var window in Counted(series))
        {
            var width = window.Last - window.First + 1.0;
            var found = RowsIn(series, window).Where(row => scores[row] >= threshold)
                .Select(row => Sigmoid(-(window.Last - row + 1) / width) / Sigmoid(-1)).DefaultIfEmpty(double.NaN).Max();
            raw += double.IsNaN(found) ? -profile.FalseNegative : profile.TruePositive * found;
        }

        return raw + RowsOutside(series).Where(row => scores[row] >= threshold).Sum(row => profile.FalsePositive * FalsePositiveValue(series, row));
    }

    private static double FalsePositiveValue(LabelledSeries series, int row)
    {
        var behind = series.Windows.Where(window => window.Last < row).ToArray();
        if (behind.Length == 0)
        {
            return -1;
        }

        var (first, last) = behind.MaxBy(static window => window.Last);
        return Sigmoid((row - last) / (double)(last - first));
    }

    private static double Sigmoid(double position) => position > 3 ? -1 : (2 / (1 + Math.Exp(5 * position))) - 1;

    private static int Probation(LabelledSeries series) => (int)Math.Min(Math.Floor(0.15 * series.Series.Values.Count), 750);

    private static IEnumerable<(int First, int Last)> Counted(LabelledSeries series) =>
        series.Windows.Where(window => window.Last >= Probation(series));

    private static IEnumerable<int> RowsIn(LabelledSeries series, (int First, int Last) window)
    {
        var first = Math.Max(window.First, Probation(series));
        return Enumerable.Range(first, window.Last - first + 1);
    }

    private static IEnumerable<int> RowsOutside(LabelledSeries series) =>
        Enumerable.Range(Probation(series), series.Series.Values.Count - Probation(series))
            .Where(row => !series.Windows.Any(window => row >= window.First && row <= window.Last));
}
