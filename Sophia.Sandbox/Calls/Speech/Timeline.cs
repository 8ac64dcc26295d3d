using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls.Speech;

/// <summary>Gives each sentence its place in time.</summary>
internal static class Timeline
{
    private const long ShortestSentence = 450;

    /// <summary>How many words a sentence has.</summary>
    public static int Words(string sentence) => sentence.AsSpan().Count(' ') + 1;

    /// <summary>The turns as stretches of one speaker on one subject, the last of which ends shortly before the call does.</summary>
    /// <param name="said">The turns.</param>
    /// <param name="length">The call's length in milliseconds.</param>
    /// <param name="wordsPerSecond">How fast each participant speaks.</param>
    /// <param name="ourPause">How long the host usually waits before a turn, in milliseconds.</param>
    /// <param name="random">The call's draws.</param>
    public static IReadOnlyList<Monologue> Of(
        IReadOnlyList<Said> said, long length, Func<int, double> wordsPerSecond, int ourPause, SeededRandom random)
    {
        List<Monologue> monologues = [];
        var now = (double)random.Between(800, 4_000);
        foreach (var turn in said)
        {
            if (monologues.Count > 0)
            {
                now += turn.Interrupts ? -random.Between(350, 1_300) : random.LogNormal(turn.Speaker == 0 ? ourPause : 650, 0.4);
            }

            List<SpokenSentence> sentences = [];
            foreach (var sentence in turn.Sentences)
            {
                var start = now;
                now += Math.Max(ShortestSentence, Words(sentence) / wordsPerSecond(turn.Speaker) * 1_000 * (0.88 + (0.24 * random.NextDouble())));
                sentences.Add(new SpokenSentence((long)start, (long)now, sentence));
                now += random.Between(60, 260);
            }

            if (monologues is [.., var last] && last.Speaker == turn.Speaker && string.Equals(last.Topic, turn.Topic, StringComparison.Ordinal))
            {
                monologues[^1] = last with { Sentences = [.. last.Sentences, .. sentences] };
            }
            else
            {
                monologues.Add(new Monologue(turn.Speaker, turn.Topic, sentences));
            }
        }

        // Recordings run on for a moment after the last word.
        return Stretch(monologues, (length - random.Between(500, 3_000)) / now);
    }

    private static List<Monologue> Stretch(List<Monologue> monologues, double factor) =>
    [
        .. monologues.Select(monologue => monologue with
        {
            Sentences = [.. monologue.Sentences.Select(sentence => sentence with { Start = (long)(sentence.Start * factor), End = (long)(sentence.End * factor) })],
        }),
    ];
}
