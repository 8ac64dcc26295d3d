using System.Diagnostics;
using System.Text.Json;
using Sophia.Core.Analytics.Forecasting;

namespace Sophia.Benchmarks.Forecasting;

/// <summary>forecast IN.jsonl OUT.jsonl: a forecast with its 95 % interval for every line.</summary>
internal static class ForecastCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var input, var output])
        {
            await Console.Error.WriteLineAsync("Usage: forecast IN.jsonl OUT.jsonl");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var series = await SeriesLine.ReadAsync(input, cancellationToken);
        var outcomes = SeriesForecasts.Of(series, cancellationToken);
        await File.WriteAllLinesAsync(output, series.Zip(outcomes, Line), cancellationToken);
        Console.WriteLine($"{series.Count} series in {watch.Elapsed.TotalSeconds:F1} s, {outcomes.Count(outcome => outcome is DeclinedForecast)} declined");
        return 0;
    }

    private static string Line(SeriesLine series, ForecastOutcome outcome) => JsonSerializer.Serialize(
        outcome switch
        {
            Forecast forecast => new ForecastLine(series.Id, forecast.Mean, forecast.Lower, forecast.Upper),
            DeclinedForecast declined => new ForecastLine(series.Id, [], [], []) { Declined = declined.Reason },
            _ => throw new UnreachableException(),
        },
        ForecastingJson.Default.ForecastLine);
}
