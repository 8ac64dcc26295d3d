namespace Sophia.Benchmarks.Forecasting;

/// <summary>The yardsticks of one series, or their means over a set.</summary>
internal sealed record ForecastScore(double Smape, double Mase, double Msis, double Coverage, double UpperLoss, double Violations)
{
    // 2 / alpha of a 95 % interval, and the quantile that its upper end stands for.
    private const double Penalty = 40;
    private const double UpperQuantile = 0.975;

    /// <summary>Compares one forecast with what came; missing values are left out of every mean.</summary>
    public static ForecastScore Of(
        SeriesLine series, IReadOnlyList<double> mean, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        var history = series.History;
        var changes = Enumerable.Range(series.Season, history.Length - series.Season)
            .Select(step => Math.Abs(history[step] - history[step - series.Season])).Where(change => !double.IsNaN(change));
        var scale = changes.Average();
        int[] steps = [.. Enumerable.Range(0, series.Horizon).Where(step => series.Test![step] is not null)];
        double Mean(Func<double, int, double> term) => steps.Average(step => term(series.Test![step]!.Value, step));
        return new ForecastScore(
            Mean((actual, step) => actual == mean[step] ? 0 : 200 * Math.Abs(actual - mean[step]) / (Math.Abs(actual) + Math.Abs(mean[step]))),
            Mean((actual, step) => Math.Abs(actual - mean[step])) / scale,
            Mean((actual, step) => upper[step] - lower[step] +
                (Penalty * (Math.Max(0, lower[step] - actual) + Math.Max(0, actual - upper[step])))) / scale,
            Mean((actual, step) => actual >= lower[step] && actual <= upper[step] ? 1 : 0),
            Mean((actual, step) => actual > upper[step]
                ? UpperQuantile * (actual - upper[step])
                : (1 - UpperQuantile) * (upper[step] - actual)) / scale,
            Mean((actual, step) => actual > upper[step] ? 1 : 0));
    }

    /// <summary>The plain means.</summary>
    public static ForecastScore Average(IReadOnlyCollection<ForecastScore> scores) => new(
        scores.Average(score => score.Smape), scores.Average(score => score.Mase), scores.Average(score => score.Msis),
        scores.Average(score => score.Coverage), scores.Average(score => score.UpperLoss), scores.Average(score => score.Violations));
}
