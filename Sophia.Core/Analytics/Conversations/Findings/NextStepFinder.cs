using System.Collections.Frozen;
using Sophia.Core.Analytics.Conversations.Sentiment;

namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>Finds next steps: an opening ("I'll", "could you", "let's") that an action ("send", "schedule") follows within a few words and that nothing denies.</summary>
internal static class NextStepFinder
{
    private const int MostBetween = 5;

    private static readonly (NextStepKind Kind, string[][] Openings)[] s_openings =
    [
        (NextStepKind.Request, Phrases("could you|can you|would you|will you|please|i need you to|we need you to|if you could|if you can")),
        (NextStepKind.Proposal, Phrases("let's|let us|we should|shall we|next step is|next steps are|the next step|action item|why don't we|how about we|could we|we can")),
        (NextStepKind.Commitment, Phrases("i'll|we'll|i will|we will|let me|i am going to|i'm going to|we're going to|we are going to|i'm gonna|we're gonna|i can|i promise to|we commit to|i'm happy to|my team will|our team will")),
    ];

    private static readonly FrozenSet<string> s_actions = (
        "send share email mail forward schedule book arrange call ring prepare draft write review check confirm verify ask introduce connect loop follow update sign invite meet "
        + "set put provide deliver finalize finalise submit circulate talk speak discuss test try start pilot install ship fix investigate find get reach ping sync present demo "
        + "demonstrate walk process order return bring collect compile create build add plan approve evaluate reconnect touch circle").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // "Let me check if you can hear me" and the like are about the call itself.
    private static readonly FrozenSet<string> s_aboutTheCall = "screen hear mute muted microphone camera slide slides audio see".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_days =
        "monday tuesday wednesday thursday friday saturday sunday tomorrow today tonight january february march april june july august september october november december".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_spans = "week month quarter year day weekend".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<NextStep> Find(IReadOnlyList<Spoken> sentences) =>
    [
        .. sentences.Where(static spoken => spoken.Words.Length >= 4 && !spoken.Words.Any(s_aboutTheCall.Contains))
            .Select(static spoken => (Spoken: spoken, Kind: Kind(spoken.Words)))
            .Where(static one => one.Kind is not null)
            .Select(static one => new NextStep(one.Kind!.Value, one.Spoken.Side, Due(one.Spoken.Words), one.Spoken.Evidence)),
    ];

    private static NextStepKind? Kind(string[] words)
    {
        foreach (var (kind, openings) in s_openings)
        {
            foreach (var opening in openings)
            {
                for (var at = 0; at + opening.Length < words.Length; at++)
                {
                    if (words.AsSpan(at, opening.Length).SequenceEqual(opening) && ActsAfter(words, at + opening.Length))
                    {
                        return kind;
                    }
                }
            }
        }

        return null;
    }

    private static bool ActsAfter(string[] words, int start)
    {
        for (var at = start; at < Math.Min(words.Length, start + MostBetween); at++)
        {
            if (SentimentLexicon.Negates(words[at]))
            {
                return false;
            }

            if (s_actions.Contains(words[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Due(string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var before = at > 0 ? words[at - 1] : "";
            if (s_days.Contains(words[at]))
            {
                return before is "by" or "on" or "next" or "until" or "before" or "in" or "this" ? $"{before} {words[at]}" : words[at];
            }

            if (s_spans.Contains(words[at]) && before is "next" or "this")
            {
                return $"{before} {words[at]}";
            }

            if (s_spans.Contains(words[at]) && at >= 3 && words[at - 3] == "end" && words[at - 2] == "of")
            {
                return $"end of {before} {words[at]}";
            }
        }

        return null;
    }

    private static string[][] Phrases(string bars) => [.. bars.Split('|').Select(static phrase => phrase.Split(' '))];
}
