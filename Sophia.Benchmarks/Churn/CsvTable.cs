using System.Text;
using Sophia.Core.Analytics.Churn.Features;

namespace Sophia.Benchmarks.Churn;

/// <summary>Reads comma-separated tables (RFC 4180).</summary>
internal static class CsvTable
{
    // Dates count as days before one fixed day, for all tables alike: two tables of one command describe one moment.
    private static readonly DateOnly s_asOf = new(2020, 1, 1);

    public static async Task<CustomerTable> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var records = Parse(await File.ReadAllTextAsync(path, cancellationToken)).ToList();
        return records.Count == 0
            ? throw new InvalidDataException($"{path} has no header line.")
            : new([.. records[0].Select(static name => name.Trim())], [.. records.Skip(1)], s_asOf);
    }

    public static string Quote(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static IEnumerable<string[]> Parse(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var index = text.StartsWith('\uFEFF') ? 1 : 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (quoted && letter == '"' && index + 1 < text.Length && text[index + 1] == '"')
            {
                field.Append('"');
                index++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || letter is not (',' or '\n' or '\r'))
            {
                field.Append(letter);
            }
            else if (letter == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (letter == '\n' && (fields.Count > 0 || field.Length > 0))
            {
                yield return [.. fields, field.ToString()];
                fields.Clear();
                field.Clear();
            }
        }

        if (fields.Count > 0 || field.Length > 0)
        {
            yield return [.. fields, field.ToString()];
        }
    }
}
