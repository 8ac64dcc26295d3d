namespace Sophia.Core.Conversations;

/// <summary>A call's place in the list: the latest first.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Id">Its id.</param>
public sealed record CallInsightKey(DateTimeOffset StartedAt, string Id);
