namespace Sophia.Core.Analytics.Discovery.Changes;

/// <summary>What a factor of a product adds to its change.</summary>
/// <param name="Factor">The factor, for example the win rate.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value after.</param>
/// <param name="Effect">What it adds, in the product's unit.</param>
public sealed record FactorEffect(string Factor, double Before, double After, double Effect);
