namespace Sophia.Core.Analytics.Churn;

/// <summary>What a column adds to a customer's risk.</summary>
/// <param name="Column">The column.</param>
/// <param name="Cell">What it says about this customer; null where it says nothing.</param>
/// <param name="LogOdds">What that adds, in log-odds; negative where it makes leaving less likely.</param>
public sealed record ChurnReason(string Column, string? Cell, double LogOdds);
