namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>Something of interest that was named.</summary>
/// <param name="Text">The competitor as configured, or the words about the price as spoken.</param>
/// <param name="Sentiment">How the sentence sounds, -1..1.</param>
/// <param name="Evidence">The sentence.</param>
public sealed record Mention(string Text, double Sentiment, Evidence Evidence);
