namespace Sophia.Core.Analytics.Churn.Features;

/// <summary>Customers as text cells, whatever the columns are.</summary>
/// <param name="Columns">Their names, unique.</param>
/// <param name="Rows">One array a customer, a cell a column; null or blank is missing.</param>
/// <param name="AsOf">The day that the cells describe: dates count as days before it.</param>
public sealed record CustomerTable(IReadOnlyList<string> Columns, IReadOnlyList<string?[]> Rows, DateOnly AsOf)
{
    internal string?[] Cells(string column)
    {
        // A column that is gone is missing everywhere, so that an old model still answers.
        var index = Columns.ToList().IndexOf(column);
        return [.. Rows.Select(row => index >= 0 && index < row.Length && !string.IsNullOrWhiteSpace(row[index]) ? row[index]!.Trim() : null)];
    }
}
