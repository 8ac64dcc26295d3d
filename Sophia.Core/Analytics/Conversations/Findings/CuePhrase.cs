using Sophia.Core.Analytics.Conversations.Sentiment;

namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>Words that stand in a sentence in a given order, with few others in between.</summary>
/// <param name="text">The words, separated by spaces.</param>
internal sealed class CuePhrase(string text)
{
    private const int MostBetween = 2;
    private readonly string[] _words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public string Text { get; } = text;

    /// <summary>Whether a sentence holds it and does not deny it ("not too expensive").</summary>
    public bool IsIn(string[] words)
    {
        for (var start = 0; start + _words.Length <= words.Length; start++)
        {
            if (words[start] == _words[0] && Follows(words, start) && !Denied(words, start))
            {
                return true;
            }
        }

        return false;
    }

    private bool Follows(string[] words, int start)
    {
        var at = start;
        foreach (var word in _words.AsSpan(1))
        {
            var next = Array.IndexOf(words, word, at + 1, Math.Min(MostBetween + 1, words.Length - at - 1));
            if (next < 0)
            {
                return false;
            }

            at = next;
        }

        return true;
    }

    private static bool Denied(string[] words, int start) => AnyNegates(words.AsSpan(Math.Max(0, start - 2), Math.Min(2, start)));

    private static bool AnyNegates(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (SentimentLexicon.Negates(word) && word is not ("no" or "nothing"))
            {
                return true;
            }
        }

        return false;
    }
}
