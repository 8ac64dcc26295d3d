namespace Sophia.Dashboard.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Colour">The number of its colour, from 1.</param>
/// <param name="Style"><c>line</c>, <c>dashed</c>, <c>area</c> or <c>bars</c>.</param>
/// <param name="Points">Milliseconds since 1970 and a value each; a null value is a gap.</param>
public sealed record ChartSeries(string Name, int Colour, string Style, IReadOnlyList<double?[]> Points);
