namespace Sophia.Core.Analytics.People;

/// <summary>A measure of one person on one day: an answer in a survey, messages sent, minutes until an answer.</summary>
/// <param name="PersonId">The person; never shown.</param>
/// <param name="Day">The day.</param>
/// <param name="Value">In the measure's unit; finite.</param>
public sealed record PersonScore(string PersonId, DateOnly Day, double Value);
