using System.Diagnostics;
using System.Globalization;
using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Analytics.Forecasting.Capacity;

namespace Sophia.Benchmarks.Forecasting;

/// <summary>score-forecasting [FOLDER]: our figures on the development series beside the references.</summary>
internal static class ScoreForecastingCommand
{
    private const int HoursOfDay = 24;

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var folder = arguments is [var given] ? given : Path.Combine("..", "shared", "datasets", "forecasting");
        var file = Path.Combine(folder, "series-dev.jsonl");
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"score-forecasting was left out: there is no {file}.");
            return 2;
        }

        var series = await SeriesLine.ReadAsync(file, cancellationToken);
        var watch = Stopwatch.StartNew();
        var begun = Environment.CpuUsage.TotalTime;
        var outcomes = SeriesForecasts.Of(series, cancellationToken);
        var processor = Environment.CpuUsage.TotalTime - begun;
        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var set in Yardstick.All)
        {
            var scores = series.Zip(outcomes).Where(pair => pair.First.Set == set.Name)
                .Select(pair => pair.Second is Forecast forecast
                    ? ForecastScore.Of(pair.First, forecast.Mean, forecast.Lower, forecast.Upper)
                    : throw new InvalidOperationException($"{pair.First.Id} was declined.")).ToList();
            if (scores.Count > 0)
            {
                Console.WriteLine(set.Describe(ForecastScore.Average(scores)));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{series.Count} series in {seconds:F1} s on 2 threads, {processor.TotalSeconds:F1} s of processor time (target 12 s on 2 cores)"));
        DescribeCapacity([.. series.Where(static one => one.Season == HoursOfDay)], cancellationToken);
        return 0;
    }

    // Loads come by the hour.
    private static void DescribeCapacity(IReadOnlyList<SeriesLine> series, CancellationToken cancellationToken)
    {
        if (series.Count == 0)
        {
            return;
        }

        var scores = new ForecastScore[series.Count];
        Parallel.For(0, series.Count, new() { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, index =>
            scores[index] = CapacityPlanner.Plan(new() { Load = series[index].History, Horizon = series[index].Horizon }) is CapacityPlan plan
                ? ForecastScore.Of(series[index], plan.Expected, plan.Forecast.Lower, plan.Bound)
                : throw new InvalidOperationException($"{series[index].Id} was declined."));
        var score = ForecastScore.Average(scores);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"capacity, {series.Count} hourly series: above the bound {score.Violations:P1} (target 4 %), sPL97.5 {score.UpperLoss:F3} (target 0.09)"));
    }
}
