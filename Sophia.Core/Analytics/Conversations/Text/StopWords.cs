using System.Collections.Frozen;

namespace Sophia.Core.Analytics.Conversations.Text;

/// <summary>The general-English background: words without a subject of their own, and words that seldom are one.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> s_words = Read("stopwords.txt").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_common = Read("commonwords.txt").Select(Stemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a lower-case word says nothing about what is talked about.</summary>
    public static bool Contains(string word) => word.Length < 2 || s_words.Contains(word);

    /// <summary>Whether a stem is of an everyday word.</summary>
    public static bool IsCommon(string stem) => s_common.Contains(stem);

    private static IEnumerable<string> Read(string list) =>
        TextResource.Lines(list).SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
