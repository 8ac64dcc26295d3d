using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>What a look over all cells of a file tells: which columns it has and how they are written.</summary>
public sealed class FileLook
{
    private readonly ColumnForms[] _forms;
    private readonly IReadOnlyList<string> _headers;
    private readonly char _separator;

    /// <param name="file">The file, whose records follow.</param>
    public FileLook(CsvFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        (_headers, _separator) = (file.Headers, file.Separator);
        _forms = [.. file.Headers.Select(static _ => new ColumnForms())];
    }

    /// <summary>How many records were looked at.</summary>
    public int Rows { get; private set; }

    /// <summary>Looks at a record.</summary>
    public void Add(CsvRecord record)
    {
        Rows++;
        for (var index = 0; index < Math.Min(_forms.Length, record.Cells.Length); index++)
        {
            _forms[index].Add(record.Cells[index]);
        }
    }

    /// <summary>The kind that the headers speak for, or null.</summary>
    public ImportKind? Kind => FieldProposal.KindOf(_headers);

    /// <summary>The columns, read as proposed or as remembered.</summary>
    /// <param name="kind">What the file holds.</param>
    /// <param name="remembered">How a file with these headers was last read; null where there was none.</param>
    public IReadOnlyList<ImportColumn> Columns(ImportKind kind, ImportMapping? remembered)
    {
        var fields = remembered is null
            ? FieldProposal.Of(kind, _headers)
            : [.. _headers.Select(header => remembered.Columns.GetValueOrDefault(header))];
        return [.. _headers.Select((header, index) => _forms[index].ToColumn(header, fields[index], _separator))];
    }
}
