using System.Collections.Frozen;

namespace Sophia.Core.Analytics.Conversations.Dynamics;

/// <summary>Counts words that only fill a pause.</summary>
internal static class Fillers
{
    private static readonly FrozenSet<string> s_words = new[] { "um", "uh", "uhm", "umm", "er", "erm", "hmm", "basically", "literally", "honestly" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[][] s_phrases = [["you", "know"], ["i", "mean"], ["sort", "of"], ["kind", "of"]];

    // "Do you know", "what I mean" and "what kind of" are no fillers.
    private static readonly FrozenSet<string> s_before = new[] { "do", "did", "let", "what", "if", "that", "a", "the", "this", "some", "which", "any", "as", "same", "don't" }.ToFrozenSet(StringComparer.Ordinal);

    public static int Count(string[] words)
    {
        var count = 0;
        for (var at = 0; at < words.Length; at++)
        {
            var phrase = at + 1 < words.Length && (at == 0 || !s_before.Contains(words[at - 1])) && Array.Exists(s_phrases, one => one[0] == words[at] && one[1] == words[at + 1]);
            count += phrase || s_words.Contains(words[at]) ? 1 : 0;
        }

        return count;
    }
}
