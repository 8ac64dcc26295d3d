using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations;

/// <summary>A sentence of a transcript with its words.</summary>
/// <param name="Evidence">Where it stands.</param>
/// <param name="Side">Whose side said it.</param>
/// <param name="Words">Its words, lower case.</param>
internal sealed record Spoken(Evidence Evidence, SpeakerSide Side, string[] Words)
{
    /// <summary>All sentences, in order.</summary>
    public static IReadOnlyList<Spoken> Of(IReadOnlyList<TranscriptSegment> segments) =>
    [
        .. segments.SelectMany(static (segment, index) => Sentences.Of(segment.Text)
            .Select(sentence => new Spoken(new(index, segment.Speaker, sentence), segment.Side, [.. Tokenizer.Words(sentence)]))),
    ];
}
