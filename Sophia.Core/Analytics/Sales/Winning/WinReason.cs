namespace Sophia.Core.Analytics.Sales.Winning;

/// <summary>What a feature adds to a deal's chance.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="LogOdds">What it adds, in log-odds against the average deal; negative where it makes winning less likely.</param>
public sealed record WinReason(string Feature, double LogOdds);
