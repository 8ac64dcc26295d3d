namespace Sophia.Core.Analytics.Conversations.Text;

/// <summary>Splits English text into words, marks of punctuation and emoticons. Never fails, whatever the text holds.</summary>
internal static class Tokenizer
{
    private static readonly string[] s_emoticons = [":-)", ":-(", ":'(", ":)", ":(", ":d", ":-d", "=)", "=(", ";)", "<3"];

    /// <summary>All tokens, in their order.</summary>
    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>(text.Length / 4);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (Array.Find(s_emoticons, face => string.Compare(text, at, face, 0, face.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (at + face.Length == text.Length || !char.IsLetterOrDigit(text[at + face.Length]))) is { } emoticon)
            {
                tokens.Add(new(emoticon, IsWord: false, IsShouted: false));
                at += emoticon.Length;
            }
            else if (IsWordStart(text, at))
            {
                var end = WordEnd(text, at);
                tokens.Add(Word(text.AsSpan(at, end - at)));
                at = end;
            }
            else
            {
                tokens.Add(new(text[at].ToString(), IsWord: false, IsShouted: false));
                at++;
            }
        }

        return tokens;
    }

    /// <summary>The words alone.</summary>
    public static IEnumerable<string> Words(string text) => Split(text).Where(static token => token.IsWord).Select(static token => token.Text);

    private static bool IsWordStart(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || (IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1])));

    // Apostrophes and hyphens belong to a word when letters stand on both sides ("don't", "top-notch"), points and commas between digits ("1,200.50").
    private static int WordEnd(string text, int start)
    {
        var end = start + 1;
        for (; end < text.Length; end++)
        {
            var inside = end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);
            var joins = (IsApostrophe(text[end]) || text[end] == '-') ? inside
                : text[end] is '.' or ',' && inside && char.IsDigit(text[end + 1]) && char.IsDigit(text[end - 1]);
            if (!char.IsLetterOrDigit(text[end]) && !joins)
            {
                break;
            }
        }

        return end;
    }

    private static Token Word(ReadOnlySpan<char> written)
    {
        var letters = 0;
        var small = 0;
        foreach (var letter in written)
        {
            letters += char.IsLetter(letter) ? 1 : 0;
            small += char.IsLower(letter) ? 1 : 0;
        }

        return new(written.ToString().Replace('\u2019', '\'').ToLowerInvariant(), IsWord: true, letters >= 2 && small == 0);
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '\u2019';
}
