namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>When a deal is to be expected to end, won or lost. What history cannot tell is null.</summary>
/// <param name="ExpectedAt">As many comparable deals of its age end before as after.</param>
/// <param name="EarliestAt">One in ten ends before.</param>
/// <param name="LatestAt">One in ten ends after.</param>
/// <param name="SlipRisk">The chance, 0 to 1, that it is still open after the promised date; null without such a date.</param>
/// <param name="ComparedWith">How many deals this rests on.</param>
public sealed record CloseEstimate(
    DateTimeOffset? ExpectedAt, DateTimeOffset? EarliestAt, DateTimeOffset? LatestAt, double? SlipRisk, int ComparedWith);
