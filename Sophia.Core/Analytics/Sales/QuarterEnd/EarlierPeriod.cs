namespace Sophia.Core.Analytics.Sales.QuarterEnd;

/// <summary>How an earlier period went on from the same place in it.</summary>
/// <param name="Expected">What the deals then open were expected to bring until its end.</param>
/// <param name="Brought">What they did bring.</param>
/// <param name="NewBusiness">What deals created later brought until its end.</param>
public sealed record EarlierPeriod(decimal Expected, decimal Brought, decimal NewBusiness);
