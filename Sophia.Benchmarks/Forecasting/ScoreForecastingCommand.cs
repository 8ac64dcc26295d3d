using System.Diagnostics;
using System.Globalization;
using Sophia.Core.Analytics.Forecasting;

namespace Sophia.Benchmarks.Forecasting;

/// <summary>score-forecasting [FOLDER]: our figures on the development series beside the references.</summary>
internal static class ScoreForecastingCommand
{
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
        return 0;
    }
}
