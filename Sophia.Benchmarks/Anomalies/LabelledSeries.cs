using System.Text.Json;

namespace Sophia.Benchmarks.Anomalies;

/// <summary>A series of the Numenta Anomaly Benchmark with the row indexes of its labelled windows, both ends included.</summary>
internal sealed record LabelledSeries(string Name, SeriesFile Series, IReadOnlyList<(int First, int Last)> Windows)
{
    public static async Task<IReadOnlyList<LabelledSeries>> ReadAllAsync(string folder, CancellationToken cancellationToken)
    {
        var json = await File.ReadAllTextAsync(Path.Combine(folder, "windows-dev.json"), cancellationToken);
        using var document = JsonDocument.Parse(json);
        var all = new List<LabelledSeries>();
        foreach (var file in document.RootElement.EnumerateObject())
        {
            var series = await SeriesFile.ReadAsync(Path.Combine(folder, "data", file.Name), cancellationToken);
            var rows = series.Timestamps.Select(static (text, row) => (text, row)).DistinctBy(static entry => entry.text, StringComparer.Ordinal)
                .ToDictionary(static entry => entry.text, static entry => entry.row, StringComparer.Ordinal);
            all.Add(new(file.Name, series, [.. file.Value.EnumerateArray().Select(window => (rows[window[0].GetString()!], rows[window[1].GetString()!]))]));
        }

        return all;
    }
}
