using Sophia.Core.Analytics.Conversations;

namespace Sophia.Core.Conversations;

/// <summary>Something found in a call, with the sentence that shows it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">The objection's or next step's kind, the competitor, or the words about the price.</param>
/// <param name="Due">By when a next step is to be done, in the speaker's words; null for others and where nothing was said.</param>
/// <param name="Side">Whose side said it.</param>
/// <param name="SpeakerId">Who said it, as the transcript names people; null where the source does not know.</param>
/// <param name="Segment">The index of the transcript's segment.</param>
/// <param name="Sentence">The sentence, word for word.</param>
public sealed record CallFinding(
    CallFindingKind Kind, string Subject, string? Due, SpeakerSide Side, string? SpeakerId, int Segment, string Sentence);
