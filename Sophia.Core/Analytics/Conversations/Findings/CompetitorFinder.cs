using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>Finds named competitors: whole words, however they are capitalised, also with 's.</summary>
internal static class CompetitorFinder
{
    public static IReadOnlyList<Mention> Find(IReadOnlyList<Spoken> sentences, IReadOnlyList<string> competitors, SentimentModel model)
    {
        var names = competitors.Select(static name => (Name: name, Words: Tokenizer.Words(name).ToArray())).Where(static name => name.Words.Length > 0).ToArray();
        return
        [
            .. sentences.SelectMany(spoken => names.Where(name => Holds(spoken.Words, name.Words))
                .Select(name => new Mention(name.Name, model.Score(spoken.Evidence.Sentence).Score, spoken.Evidence))),
        ];
    }

    private static bool Holds(string[] words, string[] name)
    {
        for (var start = 0; start + name.Length <= words.Length; start++)
        {
            if (words.AsSpan(start, name.Length - 1).SequenceEqual(name.AsSpan(0, name.Length - 1))
                && (words[start + name.Length - 1] == name[^1] || words[start + name.Length - 1] == name[^1] + "'s"))
            {
                return true;
            }
        }

        return false;
    }
}
