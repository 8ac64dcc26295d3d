using Sophia.Core.Analytics.Sales.Survival;

namespace Sophia.Core.Analytics.People;

/// <summary>How many of a group left in a period.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="From">The period's first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="AtStart">Members on the first day.</param>
/// <param name="Left">Of these, how many left in the period.</param>
/// <param name="Rate">The share that left, with its uncertainty; a quiet group of 6 says little and shows it.</param>
public sealed record AttritionPoint(string Group, DateOnly From, DateOnly To, int AtStart, int Left, RateEstimate Rate);
