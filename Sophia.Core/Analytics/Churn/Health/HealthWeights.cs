namespace Sophia.Core.Analytics.Churn.Health;

/// <summary>How much each component counts.</summary>
/// <param name="Version">Changes with every change of a weight, so that a past score can be explained.</param>
/// <param name="Weights">0 or more; a component that is not there counts nothing. They need not add up to 1.</param>
public sealed record HealthWeights(string Version, IReadOnlyDictionary<HealthComponent, double> Weights);
