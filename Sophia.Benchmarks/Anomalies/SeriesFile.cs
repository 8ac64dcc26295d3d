using System.Globalization;

namespace Sophia.Benchmarks.Anomalies;

/// <summary>A series read from a CSV file with the columns <c>timestamp</c> and <c>value</c>, in any order, others ignored.</summary>
/// <param name="Timestamps">As written in the file.</param>
/// <param name="Times">The same, read as UTC where no offset is written.</param>
/// <param name="ValueTexts">As written in the file.</param>
/// <param name="Values">The same as numbers; null where the text is none.</param>
internal sealed record SeriesFile(
    IReadOnlyList<string> Timestamps, IReadOnlyList<DateTimeOffset> Times, IReadOnlyList<string> ValueTexts, IReadOnlyList<double?> Values)
{
    public static async Task<SeriesFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        var header = lines.Length == 0 ? [] : Fields(lines[0]);
        var timestamp = Array.FindIndex(header, static name => name.Equals("timestamp", StringComparison.OrdinalIgnoreCase));
        var value = Array.FindIndex(header, static name => name.Equals("value", StringComparison.OrdinalIgnoreCase));
        if (timestamp < 0 || value < 0)
        {
            throw new InvalidDataException($"{path} has no columns named timestamp and value.");
        }

        var rows = lines.Skip(1).Where(static line => !string.IsNullOrWhiteSpace(line)).Select(Fields).ToArray();
        return new(
            [.. rows.Select(row => Field(row, timestamp))],
            [.. rows.Select(row => ParseTime(Field(row, timestamp), path))],
            [.. rows.Select(row => Field(row, value))],
            [.. rows.Select(row => ParseValue(Field(row, value)))]);
    }

    private static string[] Fields(string line) => [.. line.TrimStart('\uFEFF').Split(',').Select(static field => field.Trim().Trim('"'))];

    private static string Field(string[] row, int index) => index < row.Length ? row[index] : "";

    private static double? ParseValue(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static DateTimeOffset ParseTime(string text, string path)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        // Seconds or milliseconds since 1970; the year 5138 in seconds is 1973 in milliseconds.
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var epoch) && Math.Abs(epoch) < 1e14
            ? DateTimeOffset.UnixEpoch.AddSeconds(Math.Abs(epoch) < 1e11 ? epoch : epoch / 1000)
            : throw new InvalidDataException($"{path}: \"{text}\" is no timestamp.");
    }
}
