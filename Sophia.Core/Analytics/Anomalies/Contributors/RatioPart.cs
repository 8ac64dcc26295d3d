namespace Sophia.Core.Analytics.Anomalies.Contributors;

/// <summary>One member of a dimension of a metric that is a ratio of sums, such as a win rate.</summary>
/// <param name="Name">The member.</param>
/// <param name="ActualNumerator">Of the ratio, in its own unit.</param>
/// <param name="ActualDenominator">0 or more.</param>
/// <param name="ExpectedNumerator">Of the ratio, in its own unit.</param>
/// <param name="ExpectedDenominator">0 or more.</param>
public sealed record RatioPart(
    string Name, double ActualNumerator, double ActualDenominator, double ExpectedNumerator, double ExpectedDenominator);
