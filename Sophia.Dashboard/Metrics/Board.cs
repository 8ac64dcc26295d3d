namespace Sophia.Dashboard.Metrics;

/// <summary>Several charts on one page, kept under a name.</summary>
/// <param name="Id">Its id; empty when it is new.</param>
/// <param name="Name">Its name.</param>
/// <param name="Charts">The charts in their order.</param>
public sealed record Board(string Id, string Name, IReadOnlyList<ChartDefinition> Charts);
