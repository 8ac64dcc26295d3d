using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>Sentiment over a conversation.</summary>
/// <param name="Segments">Each segment that says enough to be judged, in order.</param>
/// <param name="Stretches">The conversation in at most <see cref="MostStretches"/> stretches of about equal length in words.</param>
public sealed record SentimentCourse(IReadOnlyList<SegmentSentiment> Segments, IReadOnlyList<SentimentStretch> Stretches)
{
    /// <summary>A course has at most this many stretches.</summary>
    public const int MostStretches = 10;

    // "Okay" and "mm-hmm" say nothing about how somebody feels.
    private const int FewestWords = 3;

    /// <summary>The mean of all that was said, -1..1, longer segments counting more; null where there is too little to tell.</summary>
    public double? Overall => Mean(Segments);

    /// <summary>The mean of what a speaker said, -1..1; null where there is too little to tell.</summary>
    public double? Of(string speaker) => Mean([.. Segments.Where(segment => segment.Speaker == speaker)]);

    /// <summary>The course of a conversation.</summary>
    /// <param name="segments">What was said, in order.</param>
    /// <param name="model">Tells sentiment.</param>
    public static SentimentCourse Of(IReadOnlyList<TranscriptSegment> segments, SentimentModel model)
    {
        var words = segments.Select(static segment => Tokenizer.Words(segment.Text).Count()).ToArray();
        var judged = segments.Index().Where(one => words[one.Index] >= FewestWords)
            .Select(one => new SegmentSentiment(one.Index, one.Item.Speaker, words[one.Index], model.Score(one.Item.Text))).ToArray();
        return new(judged, [.. Cut(words).Select(range => new SentimentStretch(range.First, range.Last,
            Mean([.. judged.Where(segment => segment.Segment >= range.First && segment.Segment <= range.Last)])))]);
    }

    private static IEnumerable<(int First, int Last)> Cut(int[] words)
    {
        var (first, said, total) = (0, 0, words.Sum());
        var stretches = Math.Min(MostStretches, words.Length);
        for (var (segment, cut) = (0, 1); segment < words.Length; segment++)
        {
            said += words[segment];
            if (segment == words.Length - 1 || (long)said * stretches >= (long)total * cut && total > 0)
            {
                yield return (first, segment);
                first = segment + 1;
                cut = total == 0 ? cut : (int)((long)said * stretches / total) + 1;
            }
        }
    }

    private static double? Mean(IReadOnlyList<SegmentSentiment> segments) =>
        segments.Count == 0 ? null : segments.Sum(static segment => segment.Sentiment.Score * segment.Words) / segments.Sum(static segment => segment.Words);
}
