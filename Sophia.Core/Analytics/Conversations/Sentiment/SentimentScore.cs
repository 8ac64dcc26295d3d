namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>How a text sounds.</summary>
/// <param name="Score">-1 (as bad as can be) .. 1, on the scale of people's ratings.</param>
/// <param name="Label">Which side it is on.</param>
/// <param name="Words">The graded words it holds, strongest first: the evidence. Empty where the score rests on learnt words alone.</param>
public sealed record SentimentScore(double Score, SentimentLabel Label, IReadOnlyList<string> Words);
