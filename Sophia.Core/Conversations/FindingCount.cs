namespace Sophia.Core.Conversations;

/// <summary>How often something was found.</summary>
/// <param name="Subject">The objection's kind, the competitor, or the topic.</param>
/// <param name="Calls">In how many calls.</param>
public sealed record FindingCount(string Subject, long Calls);
