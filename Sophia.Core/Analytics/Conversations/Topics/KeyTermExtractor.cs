namespace Sophia.Core.Analytics.Conversations.Topics;

/// <summary>
/// Finds the terms that cover what was said: words without a subject are left out, and terms are taken greedily by how much of the weighted
/// vocabulary they add (greedy maximum coverage; Nemhauser, Wolsey and Fisher, 1978), so ten terms do not say one thing ten times.
/// </summary>
public static class KeyTermExtractor
{
    /// <summary>A term names at most this many of its segments.</summary>
    public const int MostSegments = 50;

    // A pair that stood together once is a little weaker than one that came again.
    private const double SaidOnce = 0.95;

    /// <summary>The terms of a conversation or a part of it, most telling first.</summary>
    /// <param name="segments">What was said, in order.</param>
    /// <param name="most">At most this many terms; fewer where little was said.</param>
    public static IReadOnlyList<KeyTerm> Extract(IReadOnlyList<string> segments, int most = 10)
    {
        var vocabulary = new Vocabulary(segments);
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var terms = new List<KeyTerm>(most);
        var pairs = vocabulary.Pairs.ToList();
        while (terms.Count < most)
        {
            var word = vocabulary.Words.Where(one => !covered.Contains(one.Stem)).MaxBy(static one => one.Weight);
            if (word is null)
            {
                break;
            }

            var pair = pairs.Where(one => !covered.Contains(one.First.Stem) && !covered.Contains(one.Second.Stem)).MaxBy(Gain);
            if (pair is not null && Gain(pair) >= word.Weight)
            {
                terms.Add(new($"{pair.First.Form} {pair.Second.Form}", pair.Segments.Count, Places(pair.Segments)));
                covered.UnionWith([pair.First.Stem, pair.Second.Stem]);
                pairs.Remove(pair);
            }
            else
            {
                terms.Add(new(word.Form, word.Segments.Count, Places(word.Segments)));
                covered.Add(word.Stem);
            }
        }

        return terms;
    }

    private static double Gain(WordPair pair) => (pair.First.Weight + pair.Second.Weight) * (pair.Segments.Count > 1 ? 1 : SaidOnce);

    private static int[] Places(IEnumerable<int> segments) => [.. segments.Distinct().Take(MostSegments)];
}
