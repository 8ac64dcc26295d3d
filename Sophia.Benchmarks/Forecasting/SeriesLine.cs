using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Benchmarks.Forecasting;

/// <summary>One series of a file with a JSON object a line.</summary>
internal sealed record SeriesLine
{
    public required string Id { get; init; }

    public string? Set { get; init; }

    /// <summary>The period that scaled errors refer to; 1 for none or unknown.</summary>
    public int Season { get; init; } = 1;

    public required int Horizon { get; init; }

    /// <summary>The first value's date: yyyy-mm-dd for days, yyyy-mm for months.</summary>
    public string? Start { get; init; }

    /// <summary>Null is a missing observation.</summary>
    public required double?[] Train { get; init; }

    /// <summary>What came, for scoring only.</summary>
    public double?[]? Test { get; init; }

    /// <summary>The history with NaN for what is missing.</summary>
    [JsonIgnore]
    public double[] History => Array.ConvertAll(Train, value => value ?? double.NaN);

    /// <summary>Reads a file; empty lines are left out.</summary>
    public static async Task<IReadOnlyList<SeriesLine>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        List<SeriesLine> lines = [];
        await foreach (var text in File.ReadLinesAsync(path, cancellationToken))
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                lines.Add(JsonSerializer.Deserialize(text, ForecastingJson.Default.SeriesLine)!);
            }
        }

        return lines;
    }
}
