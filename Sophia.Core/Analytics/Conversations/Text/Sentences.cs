namespace Sophia.Core.Analytics.Conversations.Text;

/// <summary>Splits text into sentences, word for word.</summary>
internal static class Sentences
{
    private static readonly string[] s_abbreviations = ["mr.", "mrs.", "ms.", "dr.", "e.g.", "i.e.", "etc.", "vs.", "inc.", "ltd.", "approx.", "no.", "st."];

    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '.' or '!' or '?' or '\n' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at] == '\n') && !EndsAbbreviation(text, start, at))
            {
                if (Trimmed(text, start, at + 1) is { Length: > 0 } sentence)
                {
                    yield return sentence;
                }

                start = at + 1;
            }
        }

        if (Trimmed(text, start, text.Length) is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    // A mark that stands alone (". ." in some transcripts) is no sentence.
    private static string Trimmed(string text, int start, int end)
    {
        var sentence = text.AsSpan(start, end - start).Trim();
        foreach (var letter in sentence)
        {
            if (char.IsLetterOrDigit(letter))
            {
                return sentence.ToString();
            }
        }

        return "";
    }

    private static bool EndsAbbreviation(string text, int start, int at) => text[at] == '.' && at + 1 < text.Length && Array.Exists(
        s_abbreviations, one => at + 1 - one.Length >= start && string.Compare(text, at + 1 - one.Length, one, 0, one.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (at + 1 - one.Length == 0 || !char.IsLetter(text[at - one.Length])));
}
