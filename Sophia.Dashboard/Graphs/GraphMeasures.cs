namespace Sophia.Dashboard.Graphs;

/// <summary>The sizes of what is drawn, in pixels.</summary>
/// <param name="NodeWidth">Of a node.</param>
/// <param name="NodeHeight">Of a node.</param>
/// <param name="ColumnGap">Between two columns.</param>
/// <param name="RowGap">Between two nodes of a column.</param>
/// <param name="Margin">Around all of it.</param>
/// <param name="HeadGap">Between the end of an edge and its node: the rest of the arrow's head.</param>
public sealed record GraphMeasures(double NodeWidth, double NodeHeight, double ColumnGap, double RowGap, double Margin, double HeadGap);
