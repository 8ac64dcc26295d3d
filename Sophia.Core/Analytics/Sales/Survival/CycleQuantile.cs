namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>By when a share of the deals has ended.</summary>
/// <param name="Share">Between 0 and 1; 0.5 is the median.</param>
/// <param name="Days">Days from the creation; null where so many were never seen to end.</param>
public sealed record CycleQuantile(double Share, double? Days);
