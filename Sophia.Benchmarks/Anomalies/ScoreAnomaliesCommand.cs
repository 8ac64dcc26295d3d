using System.Globalization;
using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Benchmarks.Anomalies;

/// <summary>Scores the detector on the labelled series and prints the published detectors beside it.</summary>
internal static class ScoreAnomaliesCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var folder = arguments is [var given] ? given : Path.Combine("..", "shared", "datasets", "anomaly");
        if (!File.Exists(Path.Combine(folder, "windows-dev.json")))
        {
            await Console.Error.WriteLineAsync($"score-anomalies [FOLDER]: there is no windows-dev.json in {folder}.");
            return 2;
        }

        var all = await LabelledSeries.ReadAllAsync(folder, cancellationToken);
        var files = all.Select(static series => (series, AnomalyScores.Of(series.Series.Times, series.Series.Values))).ToArray();
        PrintScores(files);
        await PrintReferencesAsync(Path.Combine(folder, "reference-scores.csv"), cancellationToken);
        var differing = files.Count(static file => !FirstHalf(file.series).SequenceEqual(file.Item2.Take(file.Item2.Length / 2)));
        Print($"first half scored alone differs in {differing} of {files.Length} files");
        Print($"{PointsPerSecond(all):F0} points per second of processor time");
        PrintNoise();
        return differing == 0 ? 0 : 1;
    }

    private static void PrintScores((LabelledSeries, double[])[] files)
    {
        Print($"{"detector",-24}{string.Concat(NabProfile.All.Select(static profile => $"{profile.Name,10}"))}   windows hit  false rows per 1,000");
        var scores = NabProfile.All.Select(profile => NabScorer.Score(files, AnomalyDetector.Threshold, profile));
        var count = NabScorer.Count(files, AnomalyDetector.Threshold);
        Print($"{"Sophia",-24}{string.Concat(scores.Select(static score => string.Create(CultureInfo.InvariantCulture, $"{score,10:F1}")))}{$"{count.WindowsHit}/{count.Windows}",14}{count.FalseRowsPerThousand,22:F2}");
    }

    private static async Task PrintReferencesAsync(string path, CancellationToken cancellationToken)
    {
        // detector, three official scores, then on these files: standard, low FP, low FN, windows hit, false rows per 1,000.
        foreach (var line in (await File.ReadAllLinesAsync(path, cancellationToken)).Skip(1))
        {
            var fields = line.Split(',');
            Print($"{fields[0],-24}{fields[4],10}{fields[5],10}{fields[6],10}{fields[7],11}/36{fields[8],22}");
        }
    }

    private static void PrintNoise()
    {
        foreach (var (rows, step) in new[] { (400, TimeSpan.FromDays(1)), (2000, TimeSpan.FromHours(1)) })
        {
            foreach (var memory in new[] { 0, 0.8 })
            {
                var one = NoiseCalls.PerThousandRows(rows, step, memory, AnomalyDetector.Threshold);
                var thirty = NoiseCalls.PerThousandRows(rows, step, memory, AnomalyDetector.ThresholdFor(30));
                Print($"noise, {rows} rows every {step.TotalHours} h, memory {memory}: {one:F2} calls per 1,000 rows; {thirty:F2} at the threshold for 30 series");
            }
        }
    }

    private static double[] FirstHalf(LabelledSeries series)
    {
        var half = series.Series.Values.Count / 2;
        return AnomalyScores.Of([.. series.Series.Times.Take(half)], [.. series.Series.Values.Take(half)]);
    }

    private static double PointsPerSecond(IReadOnlyList<LabelledSeries> all)
    {
        // Processor time, not wall time: other work on the machine must not count against the detector.
        var before = Environment.CpuUsage.TotalTime;
        var points = 0;
        foreach (var series in all)
        {
            points += AnomalyScores.Of(series.Series.Times, series.Series.Values).Length;
        }

        return points / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
