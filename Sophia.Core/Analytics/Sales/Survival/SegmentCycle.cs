namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>How long the deals of a market segment take.</summary>
/// <param name="Segment">The segment, or null for all deals together.</param>
/// <param name="Deals">How many deals it rests on, those still open included.</param>
/// <param name="Ended">How many of them were won or lost.</param>
/// <param name="Quantiles">By when which share has ended, ascending.</param>
public sealed record SegmentCycle(string? Segment, int Deals, int Ended, IReadOnlyList<CycleQuantile> Quantiles);
