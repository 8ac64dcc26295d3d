using Sophia.Core.Analytics.Conversations.Dynamics;
using Sophia.Core.Analytics.Conversations.Text;
using Sophia.Core.Analytics.Conversations.Topics;

namespace Sophia.Core.Analytics.Conversations.Summaries;

/// <summary>
/// Picks the sentences that say most of what was said: weighted content words over the root of the length, where words already told count
/// a quarter (after SumBasic; Nenkova and Vanderwende, 2005). Nothing is rephrased.
/// </summary>
internal static class Summarizer
{
    private const int FewestWords = 6;
    private const int MostWords = 45;
    private const double Told = 0.25;

    /// <summary>The sentences in the order of the conversation.</summary>
    public static IReadOnlyList<Evidence> Summarize(IReadOnlyList<Spoken> sentences, Vocabulary vocabulary, int most)
    {
        var weights = vocabulary.Words.ToDictionary(static word => word.Stem, static word => word.Weight, StringComparer.Ordinal);
        var candidates = sentences.Index().Where(static one => one.Item.Words.Length is >= FewestWords and <= MostWords && !Questions.Is(one.Item))
            .Select(static one => (one.Index, one.Item, Stems: one.Item.Words.Select(Stemmer.Stem).ToHashSet(StringComparer.Ordinal))).ToList();
        var picked = new List<(int Index, Spoken Sentence)>();
        while (picked.Count < most && candidates.Count > 0)
        {
            var best = candidates.MaxBy(one => one.Stems.Sum(stem => weights.GetValueOrDefault(stem)) / Math.Sqrt(one.Item.Words.Length));
            if (best.Stems.Sum(stem => weights.GetValueOrDefault(stem)) == 0)
            {
                break;
            }

            picked.Add((best.Index, best.Item));
            candidates.Remove(best);
            foreach (var stem in best.Stems.Where(weights.ContainsKey))
            {
                weights[stem] *= Told;
            }
        }

        return [.. picked.OrderBy(static one => one.Index).Select(static one => one.Sentence.Evidence)];
    }
}
