using Sophia.Core.Analytics.Churn.Features;

namespace Sophia.Benchmarks.Churn;

/// <summary>A table of which it is known who left.</summary>
internal sealed record LabelledTable(CustomerTable Table, bool[] Left)
{
    public static async Task<LabelledTable> ReadAsync(string path, string label, string positive, CancellationToken cancellationToken)
    {
        var table = await CsvTable.ReadAsync(path, cancellationToken);
        var column = table.Columns.ToList().IndexOf(label);
        if (column < 0)
        {
            throw new InvalidDataException($"{path} has no column {label}.");
        }

        // Of a row without a label nothing can be learnt.
        string?[][] rows = [.. table.Rows.Where(row => row.Length > column && !string.IsNullOrWhiteSpace(row[column]))];
        return new(table with { Rows = rows }, [.. rows.Select(row => row[column]!.Trim() == positive)]);
    }

    public LabelledTable Pick(Func<int, bool> rows)
    {
        var picked = Enumerable.Range(0, Left.Length).Where(rows).ToArray();
        return new(Table with { Rows = [.. picked.Select(row => Table.Rows[row])] }, [.. picked.Select(row => Left[row])]);
    }
}
