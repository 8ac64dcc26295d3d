using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Benchmarks.Conversations;

/// <summary>Title-term recall: how many content words of a human title, of those that were said, an engine's terms hold.</summary>
internal static class TitleRecall
{
    // Left out by the yardstick's definition, beside stop words.
    private static readonly HashSet<string> s_leftOut = new(
        [
            "discussion", "introduction", "conclusion", "meeting", "presentation", "opinion", "issue", "question", "overview", "opening", "closing", "agenda",
            "a", "about", "after", "again", "aka", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before", "between", "but", "by", "can", "could", "did", "do", "does", "during", "each",
            "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it", "its", "last", "may", "more", "most", "no", "not", "of", "on", "or", "other", "our", "out",
            "over", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "through", "then", "there", "these", "they", "this", "those", "to", "towards", "under", "up",
            "was", "we", "were", "what", "when", "where", "whether", "which", "who", "why", "will", "with", "would", "you", "your",
        ],
        StringComparer.Ordinal);

    /// <summary>How many of the title's terms were found, and how many there were.</summary>
    public static (int Found, int Gold) Of(string title, IEnumerable<string> turns, IEnumerable<string> terms)
    {
        var said = Stems(turns);
        var gold = Stems([title], keepStopWords: false).Where(said.Contains).ToHashSet(StringComparer.Ordinal);
        var given = Stems(terms);
        return (gold.Count(given.Contains), gold.Count);
    }

    private static HashSet<string> Stems(IEnumerable<string> texts, bool keepStopWords = true) => texts
        .SelectMany(static text => Tokenizer.Words(text).SelectMany(static word => word.Split('-')))
        .Where(word => word.Length > 1 && (keepStopWords || !s_leftOut.Contains(word)))
        .Select(Stemmer.Stem).ToHashSet(StringComparer.Ordinal);
}
