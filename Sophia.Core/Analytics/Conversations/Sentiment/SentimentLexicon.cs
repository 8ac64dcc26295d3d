using System.Collections.Frozen;
using System.Globalization;
using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>Graded words and phrases, and the words that change a grade.</summary>
internal static class SentimentLexicon
{
    private static readonly FrozenDictionary<string, double> s_grades = ReadGrades().ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_phraseStarts = s_grades.Keys.Where(static key => key.Contains('_', StringComparison.Ordinal))
        .Select(static key => key[..key.IndexOf('_', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_modifiers = TextResource.Lines("modifiers.txt")
        .Select(static line => line.Split(": "))
        .GroupBy(static line => line[0], static line => line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal)
        .ToFrozenDictionary(static kind => kind.Key, static kind => kind.SelectMany(static words => words).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Phrases have at most this many words.</summary>
    public const int LongestPhrase = 6;

    public static bool Negates(string word) => s_modifiers["negation"].Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);

    public static bool Strengthens(string word) => s_modifiers["strong"].Contains(word);

    public static bool Weakens(string word) => s_modifiers["weak"].Contains(word);

    public static bool Contrasts(string word) => s_modifiers["contrast"].Contains(word);

    public static bool Concedes(string word) => s_modifiers["concession"].Contains(word);

    public static bool IsUnreal(string word) => s_modifiers["irrealis"].Contains(word);

    /// <summary>The grade of the longest phrase or of the word at a place, -4..4, and how many tokens it takes; 0 tokens where nothing is listed.</summary>
    public static (double Grade, int Tokens) Find(IReadOnlyList<Token> tokens, int at)
    {
        if (s_phraseStarts.Contains(tokens[at].Text))
        {
            var phrase = tokens[at].Text;
            var found = (Grade: 0.0, Tokens: 0);
            for (var length = 2; length <= LongestPhrase && at + length <= tokens.Count && tokens[at + length - 1].IsWord; length++)
            {
                phrase = $"{phrase}_{tokens[at + length - 1].Text}";
                found = s_grades.TryGetValue(phrase, out var ofPhrase) ? (ofPhrase, length) : found;
            }

            if (found.Tokens > 0)
            {
                return found;
            }
        }

        return Inflections(tokens[at].Text).Select(static form => s_grades.GetValueOrDefault(form)).FirstOrDefault(static grade => grade != 0) is var one and not 0
            ? (one, 1)
            : (0, 0);
    }

    // The word as written first, then what it may be a form of; "sooo goood" once with double and once with single letters.
    private static IEnumerable<string> Inflections(string word)
    {
        yield return word;
        if (Shorten(word, 2) is { } twice && twice != word)
        {
            yield return twice;
            yield return Shorten(word, 1);
        }

        foreach (var (ending, instead) in s_rules)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var root = word[..^ending.Length];
                yield return root + instead;
                if (instead.Length == 0 && root.Length > 3 && root[^1] == root[^2])
                {
                    yield return root[..^1];
                }
            }
        }
    }

    private static readonly (string Ending, string Instead)[] s_rules =
    [
        ("ies", "y"), ("ied", "y"), ("ily", "y"), ("iness", "y"), ("ier", "y"), ("iest", "y"), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"),
        ("ing", ""), ("ing", "e"), ("ly", ""), ("ly", "le"), ("ness", ""), ("er", ""), ("est", ""), ("est", "e"), ("'s", ""),
    ];

    private static string Shorten(string word, int most)
    {
        Span<char> kept = stackalloc char[Math.Min(word.Length, 64)];
        var length = 0;
        var run = 0;
        for (var at = 0; at < word.Length && length < kept.Length; at++)
        {
            run = at > 0 && word[at] == word[at - 1] ? run + 1 : 1;
            var longest = RunAt(word, at);
            if (run <= (longest > 2 ? most : longest))
            {
                kept[length++] = word[at];
            }
        }

        return kept[..length].ToString();
    }

    private static int RunAt(string word, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && word[first - 1] == word[at])
        {
            first--;
        }

        while (last + 1 < word.Length && word[last + 1] == word[at])
        {
            last++;
        }

        return last - first + 1;
    }

    private static Dictionary<string, double> ReadGrades()
    {
        var grades = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in TextResource.Lines("lexicon.txt"))
        {
            // An emoticon may begin with the colon that ends the grade, so the first one followed by a space counts.
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            foreach (var word in line[(colon + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                grades[word] = double.Parse(line.AsSpan(0, colon), CultureInfo.InvariantCulture);
            }
        }

        return grades;
    }
}
