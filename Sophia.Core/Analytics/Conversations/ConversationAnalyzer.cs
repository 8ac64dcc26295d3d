using Sophia.Core.Analytics.Conversations.Dynamics;
using Sophia.Core.Analytics.Conversations.Findings;
using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Core.Analytics.Conversations.Summaries;
using Sophia.Core.Analytics.Conversations.Topics;

namespace Sophia.Core.Analytics.Conversations;

/// <summary>Analyses transcripts in English. A pure function: the same transcript gives the same analysis.</summary>
/// <param name="model">Tells sentiment; <see cref="SentimentModel.Shipped"/> unless there is a better one.</param>
/// <param name="competitors">The names to look for.</param>
public sealed class ConversationAnalyzer(SentimentModel model, IReadOnlyList<string> competitors)
{
    private const int SummarySentences = 5;

    /// <summary>Analyses a transcript. An empty one gives an analysis without findings.</summary>
    /// <param name="segments">What was said, in order.</param>
    public ConversationAnalysis Analyze(IReadOnlyList<TranscriptSegment> segments)
    {
        var timed = segments.Count > 0 && segments.All(static segment => segment.Start is not null && segment.End >= segment.Start);
        var turns = Turn.Of(segments, timed);
        var sentences = Spoken.Of(segments);
        var sentiment = SentimentCourse.Of(segments, model);
        string[] texts = [.. segments.Select(static segment => segment.Text)];
        var speakers = Speakers(segments, turns, sentences, sentiment, timed);
        var changes = turns.Zip(turns.Skip(1)).Count(static pair => pair.First.Speaker != pair.Second.Speaker);
        var minutes = timed ? (segments.Max(static segment => segment.End) - segments.Min(static segment => segment.Start))?.TotalMinutes : null;
        return new()
        {
            IsTimed = timed,
            Speakers = speakers,
            TalkRatio = TalkRatio(speakers),
            LongestMonologue = Longest(turns),
            SpeakerChanges = changes,
            Interactivity = minutes > 0 ? changes / minutes : null,
            Sentiment = sentiment,
            Terms = KeyTermExtractor.Extract(texts),
            Objections = ObjectionFinder.Find(sentences),
            Competitors = CompetitorFinder.Find(sentences, competitors, model),
            Pricing = PricingFinder.Find(sentences, model),
            NextSteps = NextStepFinder.Find(sentences),
            Summary = Summarizer.Summarize(sentences, new Vocabulary(texts), SummarySentences),
        };
    }

    private static SpeakerTalk[] Speakers(
        IReadOnlyList<TranscriptSegment> segments, IReadOnlyList<Turn> turns, IReadOnlyList<Spoken> sentences, SentimentCourse sentiment, bool timed)
    {
        var totalWords = sentences.Sum(static spoken => spoken.Words.Length);
        var totalTime = timed ? Time(segments) : default;
        return
        [
            .. segments.GroupBy(static segment => segment.Speaker, StringComparer.Ordinal).Select(own =>
            {
                Spoken[] said = [.. sentences.Where(spoken => spoken.Evidence.Speaker == own.Key)];
                var words = said.Sum(static spoken => spoken.Words.Length);
                TimeSpan? talked = timed ? Time(own) : null;
                var pauses = timed ? Pauses.Of(own.Key, segments, turns) : default;
                return new SpeakerTalk(
                    own.Key,
                    own.First().Side,
                    words,
                    talked,
                    totalTime > TimeSpan.Zero ? talked / totalTime : !timed && totalWords > 0 ? words / (double)totalWords : null,
                    Longest([.. turns.Where(turn => turn.Speaker == own.Key)]),
                    [.. said.Where(Questions.Is).Select(static spoken => spoken.Evidence)],
                    said.Sum(static spoken => Fillers.Count(spoken.Words)),
                    pauses.Patience,
                    timed ? pauses.Interruptions : null,
                    sentiment.Of(own.Key));
            }).OrderByDescending(static speaker => speaker.Share),
        ];
    }

    private static TimeSpan Time(IEnumerable<TranscriptSegment> segments) =>
        TimeSpan.FromTicks(segments.Sum(static segment => (segment.End - segment.Start)!.Value.Ticks));

    private static Turn? Longest(IReadOnlyList<Turn> turns) => turns.OrderByDescending(static turn => turn.Length).ThenByDescending(static turn => turn.Words).FirstOrDefault();

    private static double? TalkRatio(IReadOnlyList<SpeakerTalk> speakers)
    {
        var (ours, theirs) = (Share(SpeakerSide.Ours), Share(SpeakerSide.Theirs));
        return speakers.All(static speaker => speaker.Side != SpeakerSide.Unknown) && ours + theirs > 0 ? ours / (ours + theirs) : null;

        double Share(SpeakerSide side) => speakers.Where(speaker => speaker.Side == side).Sum(static speaker => speaker.Share ?? 0);
    }
}
