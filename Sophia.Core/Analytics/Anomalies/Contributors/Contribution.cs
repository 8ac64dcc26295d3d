namespace Sophia.Core.Analytics.Anomalies.Contributors;

/// <summary>How much of a deviation one member explains.</summary>
/// <param name="Name">The member; <see cref="ContributionAnalysis.Rest"/> is what the members leave unexplained.</param>
/// <param name="Amount">In the metric's unit; the amounts of a dimension add up to the deviation of the whole.</param>
/// <param name="Share">Of the deviation, 1 for all of it; negative for a member that moved the other way. 0 where the whole did not deviate.</param>
public sealed record Contribution(string Name, double Amount, double Share);
