namespace Sophia.Core.Analytics.Conversations.Topics;

/// <summary>A word or a pair of words that tells what a conversation is about.</summary>
/// <param name="Text">One or two words, lower case, in the form used most.</param>
/// <param name="Count">How often it was said, in any form.</param>
/// <param name="Segments">The indexes of the segments in which it was said, ascending, at most <see cref="KeyTermExtractor.MostSegments"/>.</param>
public sealed record KeyTerm(string Text, int Count, IReadOnlyList<int> Segments);
