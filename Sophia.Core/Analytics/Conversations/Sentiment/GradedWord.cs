namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>A word or phrase of the word list as it stands in a text.</summary>
/// <param name="Text">The word or phrase, lower case.</param>
/// <param name="At">The index of its first token.</param>
/// <param name="Grade">Its grade here, after negation and intensity; about -6..6.</param>
internal readonly record struct GradedWord(string Text, int At, double Grade);
