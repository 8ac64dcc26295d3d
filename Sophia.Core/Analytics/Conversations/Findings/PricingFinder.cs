using System.Collections.Frozen;
using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>Finds sentences about money: words of price, and amounts.</summary>
internal static class PricingFinder
{
    private static readonly FrozenSet<string> s_words =
        "price prices priced pricing cost costs discount discounts discounted quote quotation budget budgets invoice fee fees expensive cheaper cheap affordable list-price rebate per-seat per-user".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_currencies = "dollar dollars euro euros pound pounds cent cents bucks usd eur gbp chf".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<Mention> Find(IReadOnlyList<Spoken> sentences, SentimentModel model) =>
        [.. sentences.Select(spoken => (Spoken: spoken, Terms: Terms(spoken))).Where(static one => one.Terms.Length > 0)
            .Select(one => new Mention(string.Join(", ", one.Terms), model.Score(one.Spoken.Evidence.Sentence).Score, one.Spoken.Evidence))];

    private static string[] Terms(Spoken spoken)
    {
        var terms = new List<string>();
        var tokens = Tokenizer.Split(spoken.Evidence.Sentence);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Text is "$" or "€" or "£" && at + 1 < tokens.Count && char.IsDigit(tokens[at + 1].Text[0]))
            {
                terms.Add(tokens[at].Text + tokens[at + 1].Text);
            }
            else if (s_words.Contains(tokens[at].Text) || s_currencies.Contains(tokens[at].Text))
            {
                terms.Add(at > 0 && s_currencies.Contains(tokens[at].Text) && tokens[at - 1].IsWord ? $"{tokens[at - 1].Text} {tokens[at].Text}" : tokens[at].Text);
            }
        }

        return [.. terms.Distinct(StringComparer.Ordinal)];
    }
}
