namespace Sophia.Core.Dashboard;

/// <summary>What the rows of a part add up to, over all pages.</summary>
/// <param name="Part">The part.</param>
/// <param name="Total">The exact sum of their contributions, or null where rows are withheld.</param>
/// <param name="Rows">How many there are, or null where rows are withheld.</param>
public sealed record MetricPartTotal(MetricPart Part, decimal? Total, long? Rows);
