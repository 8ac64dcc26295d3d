using System.Globalization;
using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Benchmarks.Anomalies;

/// <summary>Scores every CSV file of a folder and its subfolders.</summary>
internal static class AnomalyCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var input, var output] || !Directory.Exists(input))
        {
            await Console.Error.WriteLineAsync("anomaly IN_DIR OUT_DIR: IN_DIR must exist.");
            return 2;
        }

        var files = Directory.GetFiles(input, "*.csv", SearchOption.AllDirectories);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, parallel, async (file, token) =>
        {
            var target = Path.Combine(output, Path.GetRelativePath(input, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await WriteAsync(await SeriesFile.ReadAsync(file, token), target, token);
        });
        Console.WriteLine(FormattableString.Invariant($"{files.Length} files; threshold {AnomalyDetector.Threshold}"));
        return 0;
    }

    private static Task WriteAsync(SeriesFile series, string path, CancellationToken cancellationToken)
    {
        var scores = AnomalyScores.Of(series.Times, series.Values);
        var lines = scores.Select((score, row) =>
            string.Create(CultureInfo.InvariantCulture, $"{series.Timestamps[row]},{series.ValueTexts[row]},{score:R}"));
        return File.WriteAllLinesAsync(path, lines.Prepend("timestamp,value,anomaly_score"), cancellationToken);
    }
}
