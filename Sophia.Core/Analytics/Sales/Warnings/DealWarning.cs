using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Sales.Warnings;

/// <summary>Something wrong with an open deal.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Actual">What was measured: days, a probability or an amount, as the kind says; null where something is missing.</param>
/// <param name="Limit">What it was held against, in the same unit; null where there is no limit.</param>
/// <param name="Evidence">In words, with the figures.</param>
public sealed record DealWarning(FactKey Deal, DealWarningKind Kind, double? Actual, double? Limit, string Evidence);
