using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>How much of what is wrong one part explains.</summary>
/// <param name="Dimension">What the metric is split by.</param>
/// <param name="Member">The part; null for what no part explains.</param>
/// <param name="Amount">In the metric's unit; the parts of a dimension add up to the deviation.</param>
/// <param name="Share">Of the deviation, 1 for all of it; negative for a part that moved the other way.</param>
public sealed record AlertContributor(Dimension Dimension, string? Member, decimal Amount, double Share);
