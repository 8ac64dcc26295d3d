namespace Sophia.Dashboard.Graphs;

/// <summary>Where a node stands, or an edge passes.</summary>
/// <param name="Column">From the left, 0 for what nobody needs.</param>
/// <param name="Row">From the top; the middle of a short column lies at the middle of the tallest.</param>
public readonly record struct GraphPlace(int Column, double Row);
