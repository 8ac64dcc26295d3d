namespace Sophia.Dashboard.Charts;

/// <summary>Counts by time and by size.</summary>
/// <param name="Columns">The begin of each column, in milliseconds since 1970.</param>
/// <param name="Rows">The name of each row, the lowest first.</param>
/// <param name="Cells">Column, row and count of the cells that are not empty.</param>
/// <param name="Unknown">The columns of which nothing is known.</param>
public sealed record ChartHeat(IReadOnlyList<double> Columns, IReadOnlyList<string> Rows, IReadOnlyList<long[]> Cells, IReadOnlyList<int> Unknown);
