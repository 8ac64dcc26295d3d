using System.Collections.Frozen;

namespace Sophia.Core.Analytics.Conversations.Dynamics;

/// <summary>Tells questions from statements.</summary>
internal static class Questions
{
    private static readonly FrozenSet<string> s_asking = "what when where who whom whose which why how".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_auxiliary =
        "is are was were do does did can could will would should shall have has had may might am isn't aren't don't doesn't didn't can't couldn't won't wouldn't shouldn't haven't hasn't"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_subjects = "i you we they he she it there this that these those anyone anybody someone your our the".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // A lone "right?" asks for a nod only. Recorders leave marks out: then the order of words decides.
    public static bool Is(Spoken spoken) => spoken.Words.Length >= 2
        && (spoken.Evidence.Sentence.EndsWith('?') || (char.IsLetterOrDigit(spoken.Evidence.Sentence[^1]) && AsksByOrder(spoken.Words)));

    private static bool AsksByOrder(string[] words) =>
        (s_auxiliary.Contains(words[0]) && s_subjects.Contains(words[1]))
        || (s_asking.Contains(words[0]) && words.Length >= 3 && (s_auxiliary.Contains(words[1]) || (words[0] is "how" or "what" or "which" && s_auxiliary.Contains(words[2]))));
}
