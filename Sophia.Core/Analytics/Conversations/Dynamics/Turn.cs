using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Dynamics;

/// <summary>Consecutive segments of one speaker; signs of listening by others in between do not end it.</summary>
/// <param name="Speaker">Who speaks.</param>
/// <param name="FirstSegment">The index of its first segment.</param>
/// <param name="LastSegment">The index of its last.</param>
/// <param name="Length">How long it took; null where the call has no times.</param>
/// <param name="Words">How many words it has.</param>
public sealed record Turn(string Speaker, int FirstSegment, int LastSegment, TimeSpan? Length, int Words)
{
    internal static IReadOnlyList<Turn> Of(IReadOnlyList<TranscriptSegment> segments, bool timed)
    {
        var turns = new List<Turn>();
        for (var index = 0; index < segments.Count; index++)
        {
            var segment = segments[index];
            if (Backchannel.Is(segment.Text))
            {
                continue;
            }

            var words = Tokenizer.Words(segment.Text).Count();
            var length = timed ? segment.End - segment.Start : null;
            if (turns.Count > 0 && turns[^1].Speaker == segment.Speaker)
            {
                turns[^1] = turns[^1] with { LastSegment = index, Length = turns[^1].Length + length, Words = turns[^1].Words + words };
            }
            else
            {
                turns.Add(new(segment.Speaker, index, index, length, words));
            }
        }

        return turns;
    }
}
