namespace Sophia.Core.Analytics.Conversations.Classification;

/// <summary>What a classifier takes a text for.</summary>
/// <param name="Topic">The topic with the largest margin.</param>
/// <param name="Margin">How far that topic is ahead of the next one, in margins of the separating planes; 0 or more. Small means unsure.</param>
/// <param name="IsKnown">Whether the text holds anything that was learnt; without it the topic is merely the commonest one.</param>
public sealed record TopicGuess(string Topic, double Margin, bool IsKnown);
