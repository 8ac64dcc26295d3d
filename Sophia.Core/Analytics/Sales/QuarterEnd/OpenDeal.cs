namespace Sophia.Core.Analytics.Sales.QuarterEnd;

/// <summary>What an open deal may bring by the end of a period.</summary>
/// <param name="Amount">In the organisation's currency.</param>
/// <param name="WinProbability">The chance that it is won at some time, 0 to 1.</param>
/// <param name="EndsInTime">The chance that it ends within the period, 0 to 1.</param>
public sealed record OpenDeal(decimal Amount, double WinProbability, double EndsInTime);
