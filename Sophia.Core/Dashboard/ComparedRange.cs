using Sophia.Core.Metrics;

namespace Sophia.Core.Dashboard;

/// <summary>The days that a period is held against.</summary>
/// <param name="Compare">How they lie to the period.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record ComparedRange(Comparison Compare, DateOnly From, DateOnly To);
