namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>A reason not to buy, as the customer gave it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Cue">The words that gave it away, as listed.</param>
/// <param name="Evidence">The sentence.</param>
public sealed record Objection(ObjectionKind Kind, string Cue, Evidence Evidence);
