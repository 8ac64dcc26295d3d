namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>How one segment sounds.</summary>
/// <param name="Segment">The index of the segment.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Words">How many words it has: its weight in means.</param>
/// <param name="Sentiment">The score and what it rests on.</param>
public sealed record SegmentSentiment(int Segment, string Speaker, int Words, SentimentScore Sentiment);
