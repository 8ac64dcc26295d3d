namespace Sophia.Core.Metrics;

/// <summary>What components add up to in one day or month.</summary>
/// <param name="Dimension">What the row is split by, or null for the total.</param>
/// <param name="Member">The dimension's value, empty for a total and where the source does not say it.</param>
/// <param name="Start">The day, or the first day of the month.</param>
/// <param name="Values">One value per component of the plan that it was read by.</param>
public readonly record struct RollupRow(Dimension? Dimension, string Member, DateOnly Start, decimal[] Values);
