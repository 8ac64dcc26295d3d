namespace Sophia.Core.Dashboard;

/// <summary>What rows are ordered by: their part, then the largest contribution first.</summary>
/// <param name="Part">The part.</param>
/// <param name="Contribution">The contribution.</param>
/// <param name="Connection">The connection.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Ordinal">Which of the object's rows it is, from 0.</param>
public sealed record MetricRowKey(MetricPart Part, decimal Contribution, string Connection, string Id, int Ordinal);
