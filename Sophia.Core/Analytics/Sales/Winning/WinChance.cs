namespace Sophia.Core.Analytics.Sales.Winning;

/// <summary>A deal's chance of being won.</summary>
/// <param name="Probability">Between 0 and 1.</param>
/// <param name="LogOdds">Its log-odds: the average deal's plus all reasons.</param>
/// <param name="Baseline">The average deal's log-odds.</param>
/// <param name="Reasons">The strongest first; with the baseline they add up to the log-odds.</param>
public sealed record WinChance(double Probability, double LogOdds, double Baseline, IReadOnlyList<WinReason> Reasons);
