using Sophia.Core.Imports;

namespace Sophia.Web.Imports;

/// <summary>What a page shows of an import. Cells may hold a million letters; the page and what it hands to its circuit must not.</summary>
internal static class ShownImport
{
    private const int LongestCell = 120;

    // Beyond it one sample tells as much and weighs a third.
    private const int ColumnsWithAllSamples = 60;

    /// <summary>The import with its cells cut short.</summary>
    public static Import Of(Import import)
    {
        var samples = import.Columns.Count > ColumnsWithAllSamples ? 1 : int.MaxValue;
        return import with
        {
            Columns = [.. import.Columns.Select(column => column with { Samples = [.. column.Samples.Take(samples).Select(Shorten)] })],
            Preview = [.. import.Preview.Select(static row => row.ToDictionary(static cell => cell.Key, static cell => cell.Value is { } value ? Shorten(value) : null, StringComparer.Ordinal))],
        };
    }

    private static string Shorten(string cell) => cell.Length <= LongestCell ? cell : cell[..(LongestCell - 1)] + "…";
}
