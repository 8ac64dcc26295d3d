using System.Collections.Frozen;
using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Dynamics;

/// <summary>Short signs of listening ("mm-hmm", "yeah, right"), which take nobody's turn.</summary>
internal static class Backchannel
{
    private const int MostWords = 3;
    private static readonly FrozenSet<string> s_words = new[]
    {
        "mm", "mm-hmm", "mhm", "hmm", "hm", "uh", "uh-huh", "um", "ah", "oh", "yeah", "yep", "yes", "yup", "no", "okay", "ok", "right", "sure", "great", "good", "nice", "cool",
        "wow", "really", "exactly", "absolutely", "totally", "true", "i", "see", "got", "it", "alright", "fine", "perfect", "understood", "thanks", "you",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Is(string text)
    {
        string[] words = [.. Tokenizer.Words(text).Take(MostWords + 1)];
        return words.Length <= MostWords && words.All(s_words.Contains);
    }
}
