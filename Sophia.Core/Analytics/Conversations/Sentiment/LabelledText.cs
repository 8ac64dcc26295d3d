namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>A text that people have judged.</summary>
/// <param name="Text">The text.</param>
/// <param name="Score">Their judgement, -1 (as bad as can be) .. 1.</param>
/// <param name="Weight">How much it counts in training; 1 is usual.</param>
public sealed record LabelledText(string Text, double Score, double Weight = 1);
