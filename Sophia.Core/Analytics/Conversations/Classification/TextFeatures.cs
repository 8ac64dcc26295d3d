using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Classification;

/// <summary>The vocabulary of a classifier: words, word pairs and letter groups with their inverse document frequencies.</summary>
internal sealed class TextFeatures
{
    private const int ShortestGroup = 3;
    private const int LongestGroup = 5;
    private readonly Dictionary<string, (int Index, double Rarity)> _features;

    public TextFeatures(IReadOnlyList<string> texts)
    {
        var documents = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in texts.SelectMany(static text => Counts(text).SelectMany(static kind => kind.Keys)))
        {
            documents[name] = documents.GetValueOrDefault(name) + 1;
        }

        _features = documents.Keys.Order(StringComparer.Ordinal).Index().ToDictionary(
            static name => name.Item, name => (name.Index, 1 + Math.Log((1.0 + texts.Count) / (1.0 + documents[name.Item]))), StringComparer.Ordinal);
    }

    /// <summary>How many there are.</summary>
    public int Count => _features.Count;

    /// <summary>A text's vector: words and letter groups each of length one (Salton and Buckley, 1988: damped counts times rarity), so that neither drowns the other.</summary>
    public SparseVector Of(string text)
    {
        var indices = new List<int>();
        var values = new List<double>();
        foreach (var kind in Counts(text))
        {
            var start = values.Count;
            foreach (var (name, count) in kind)
            {
                if (_features.TryGetValue(name, out var feature))
                {
                    indices.Add(feature.Index);
                    values.Add((1 + Math.Log(count)) * feature.Rarity);
                }
            }

            var length = Math.Sqrt(values.Skip(start).Sum(static value => value * value));
            for (var at = start; at < values.Count; at++)
            {
                values[at] /= length;
            }
        }

        return new([.. indices], [.. values]);
    }

    private static Dictionary<string, int>[] Counts(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var before = "";
        foreach (var word in Tokenizer.Words(text))
        {
            var stem = Stemmer.Stem(word);
            Add(words, $"w:{stem}");
            Add(words, $"p:{before} {stem}");
            before = stem;
            var framed = $" {word} ";
            for (var size = ShortestGroup; size <= LongestGroup; size++)
            {
                for (var at = 0; at + size <= framed.Length; at++)
                {
                    Add(groups, $"g:{framed.AsSpan(at, size)}");
                }
            }
        }

        return [words, groups];
    }

    private static void Add(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
