using System.Globalization;
using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>Reads records under a mapping: values in one form, or why a record is bad.</summary>
public sealed class RowReader
{
    private const string DateTimeForm = "yyyy-MM-ddTHH:mm:ssZ";

    private readonly (int Index, ImportColumn Column, ImportField Field)[] _read;
    private readonly ImportField[] _required;
    private readonly ImportKind _kind;

    /// <param name="kind">What the file holds.</param>
    /// <param name="columns">Its columns.</param>
    public RowReader(ImportKind kind, IReadOnlyList<ImportColumn> columns)
    {
        _kind = kind;
        var fields = ImportFields.Of(kind).ToDictionary(static field => field.Key, StringComparer.Ordinal);
        _read = [.. columns.Index().Where(static column => column.Item.Field is not null).Select(column => (column.Index, column.Item, fields[column.Item.Field!]))];
        _required = [.. fields.Values.Where(static field => field.IsRequired)];
    }

    /// <summary>The fields that no column is read as although every record needs them.</summary>
    public IEnumerable<ImportField> Missing => _required.Where(needed => !Array.Exists(_read, column => column.Field.Key == needed.Key));

    /// <summary>The values by the keys of their fields; empty cells are left out.</summary>
    /// <param name="cells">The record.</param>
    /// <param name="values">The values: numbers with a point, moments in ISO 8601, <c>true</c> or <c>false</c>, seconds.</param>
    /// <returns>Why the record is bad; null where it is good.</returns>
    public string? Read(IReadOnlyList<string> cells, out IReadOnlyDictionary<string, string?> values)
    {
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        values = read;
        foreach (var (index, column, field) in _read)
        {
            var cell = index < cells.Count ? cells[index].Trim() : "";
            if (cell.Length == 0)
            {
                continue;
            }

            if (Normalise(cell, column.Format, field.Kind) is not { } value)
            {
                return $"{column.Name}: '{Shortened(cell)}' is not {Expected(field.Kind, column.Format)}.";
            }

            read[field.Key] = value;
        }

        return Array.Find(_required, field => !read.ContainsKey(field.Key)) is { } missing
            ? $"{missing.Name} is missing."
            : _kind is ImportKind.Employees && !read.ContainsKey("name") && !read.ContainsKey("lastName") && !read.ContainsKey("email") && !read.ContainsKey("id")
                ? "Nothing says who it is: a name, an e-mail address or an identifier is needed."
                : null;
    }

    private static string? Normalise(string cell, ColumnFormat format, ImportValueKind kind) => kind switch
    {
        ImportValueKind.Text => cell,
        ImportValueKind.Number => CellText.Number(cell, format.DecimalPoint ?? ".")?.ToString(CultureInfo.InvariantCulture),
        ImportValueKind.Date => CellText.Date(cell, format.Dates ?? ImportDates.Iso)?.UtcDateTime.ToString(DateTimeForm, CultureInfo.InvariantCulture),
        ImportValueKind.YesNo => CellText.YesNo(cell) is { } yes ? yes ? "true" : "false" : null,
        ImportValueKind.Duration => CellText.Duration(cell)?.ToString(CultureInfo.InvariantCulture),
    };

    private static string Expected(ImportValueKind kind, ColumnFormat format) => kind switch
    {
        ImportValueKind.Text => "a text",
        ImportValueKind.Number => format.DecimalPoint == "," ? "a number of the form 1.234,56" : "a number of the form 1,234.56",
        ImportValueKind.Date => $"a date of the form {format.Dates ?? ImportDates.Iso}",
        ImportValueKind.YesNo => "yes or no",
        ImportValueKind.Duration => "a length of time (seconds, m:ss or h:mm:ss)",
    };

    private static string Shortened(string cell) => cell.Length <= 40 ? cell : cell[..39] + "…";
}
