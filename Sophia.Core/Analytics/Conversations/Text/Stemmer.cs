namespace Sophia.Core.Analytics.Conversations.Text;

/// <summary>Light suffix stemming (after the idea of Porter, 1980): "designs", "designed", "designing" and "designer" meet in "design".</summary>
internal static class Stemmer
{
    private static readonly string[] s_endings =
        ["ations", "ation", "ments", "ment", "ingly", "ness", "ings", "ers", "ors", "ing", "ies", "ied", "ions", "ion", "ily", "edly", "est", "er", "or", "ed", "es", "ly", "al", "s"];

    /// <summary>The stem of a lower-case word; the word itself where it is short.</summary>
    public static string Stem(string word)
    {
        var stem = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (stem.Length <= 3 || stem.EndsWith("ss", StringComparison.Ordinal))
        {
            return stem;
        }

        foreach (var ending in s_endings)
        {
            if (stem.Length - ending.Length >= 3 && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }

        // "planned" and "plan", "price" and "prices", "study" and "studies".
        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'e' or 'o'))
        {
            stem = stem[..^1];
        }

        return stem.Length > 3 && stem[^1] is 'e' or 'y' or 'i' ? stem[..^1] : stem;
    }
}
