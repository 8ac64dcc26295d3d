namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>How a stretch of a conversation sounds.</summary>
/// <param name="FirstSegment">The index of its first segment.</param>
/// <param name="LastSegment">The index of its last.</param>
/// <param name="Score">The mean over its segments, -1..1, longer ones counting more; null where there is too little to tell.</param>
public sealed record SentimentStretch(int FirstSegment, int LastSegment, double? Score);
