namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>Something that somebody said would be done.</summary>
/// <param name="Kind">Promised, asked for, or agreed on.</param>
/// <param name="Side">Whose side said it.</param>
/// <param name="Due">By when, in the speaker's words ("by friday"); null where nothing was said.</param>
/// <param name="Evidence">The sentence.</param>
public sealed record NextStep(NextStepKind Kind, SpeakerSide Side, string? Due, Evidence Evidence);
