using System.Text;

namespace Sophia.Web.Export;

/// <summary>Writes a record of a CSV file (RFC 4180).</summary>
internal static class CsvLine
{
    /// <summary>The mark at a file's beginning by which spreadsheets know UTF-8.</summary>
    public const string Mark = "\uFEFF";

    /// <summary>The cells as a line with its end.</summary>
    public static string Of(params IEnumerable<string?> cells) => new StringBuilder().AppendJoin(',', cells.Select(Quote)).Append("\r\n").ToString();

    /// <summary>Text of a source system must not become a formula in a spreadsheet.</summary>
    public static string? Safe(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static string Quote(string? cell) => cell is null ? string.Empty
        : cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
