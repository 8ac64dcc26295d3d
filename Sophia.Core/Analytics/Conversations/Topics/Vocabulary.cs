using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Topics;

/// <summary>The words with a subject in what was said, and their pairs.</summary>
internal sealed class Vocabulary
{
    private const double CommonWord = 0.5;

    public Vocabulary(IReadOnlyList<string> segments)
    {
        var forms = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var pairs = new Dictionary<(string First, string Second), List<int>>();
        for (var segment = 0; segment < segments.Count; segment++)
        {
            var before = "";
            foreach (var token in Tokenizer.Split(segments[segment]))
            {
                var stem = IsContent(token) ? Stemmer.Stem(token.Text) : "";
                if (stem.Length > 0)
                {
                    Add(places, stem, segment);
                    var counts = forms.TryGetValue(stem, out var known) ? known : forms[stem] = new(StringComparer.Ordinal);
                    counts[token.Text] = counts.GetValueOrDefault(token.Text) + 1;
                    if (before.Length > 0 && before != stem)
                    {
                        Add(pairs, (before, stem), segment);
                    }
                }

                before = stem;
            }
        }

        Words = [.. places.OrderBy(static word => word.Key, StringComparer.Ordinal).Select(word => new ContentWord(word.Key, Commonest(forms[word.Key]), Weight(word.Key, word.Value), word.Value))];
        var words = Words.ToDictionary(static word => word.Stem, StringComparer.Ordinal);
        Pairs = [.. pairs.OrderBy(static pair => pair.Key.First, StringComparer.Ordinal).ThenBy(static pair => pair.Key.Second, StringComparer.Ordinal)
            .Select(pair => new WordPair(words[pair.Key.First], words[pair.Key.Second], pair.Value))];
    }

    public IReadOnlyList<ContentWord> Words { get; }

    public IReadOnlyList<WordPair> Pairs { get; }

    private static bool IsContent(Token token) =>
        token.IsWord && token.Text.Length > 2 && char.IsLetter(token.Text[0]) && !StopWords.Contains(token.Text) && !token.Text.Contains('\'', StringComparison.Ordinal);

    // Said twice as often is not twice as telling, and said across the conversation tells more than said in one breath.
    private static double Weight(string stem, List<int> segments) =>
        Math.Sqrt(segments.Count * (double)segments.Distinct().Count()) * (StopWords.IsCommon(stem) ? CommonWord : 1);

    private static string Commonest(Dictionary<string, int> forms) =>
        forms.OrderByDescending(static form => form.Value).ThenBy(static form => form.Key.Length).ThenBy(static form => form.Key, StringComparer.Ordinal).First().Key;

    private static void Add<TKey>(Dictionary<TKey, List<int>> places, TKey key, int segment)
        where TKey : notnull
    {
        if (!places.TryGetValue(key, out var known))
        {
            places[key] = known = [];
        }

        known.Add(segment);
    }
}
