namespace Sophia.Core.Analytics.Conversations;

/// <summary>Where a finding comes from.</summary>
/// <param name="Segment">The index of the segment in the transcript.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Sentence">The sentence, word for word.</param>
public sealed record Evidence(int Segment, string Speaker, string Sentence);
