namespace Sophia.Core.Analytics.Anomalies.Contributors;

/// <summary>A deviation told along one dimension.</summary>
/// <param name="Dimension">Such as region, product or rep.</param>
/// <param name="Surprise">
/// How unlike the expected split the actual split is, 0 to ln 2 (Jensen-Shannon divergence): a dimension whose members all moved
/// alike explains nothing.
/// </param>
/// <param name="Contributions">What explains most of the deviation first; they add up to it.</param>
public sealed record DimensionContributions(string Dimension, double Surprise, IReadOnlyList<Contribution> Contributions);
