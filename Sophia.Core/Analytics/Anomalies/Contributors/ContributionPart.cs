namespace Sophia.Core.Analytics.Anomalies.Contributors;

/// <summary>One member of a dimension, such as a region, with what it brought and what was expected of it.</summary>
/// <param name="Name">The member.</param>
/// <param name="Actual">In the metric's unit.</param>
/// <param name="Expected">In the metric's unit.</param>
public sealed record ContributionPart(string Name, double Actual, double Expected);
