namespace Sophia.Core.Analytics.Conversations.Classification;

/// <summary>A text whose topic people have named.</summary>
/// <param name="Text">The text.</param>
/// <param name="Topic">Its topic.</param>
public sealed record ClassifiedText(string Text, string Topic);
