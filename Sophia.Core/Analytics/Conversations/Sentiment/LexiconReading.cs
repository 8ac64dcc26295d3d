using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>
/// What the word list says about a text: each graded word with its grade as negation, intensity, capitals and contrast change it
/// (the rules follow Hutto and Gilbert, "VADER", ICWSM 2014; word list and constants are Sophia's own).
/// </summary>
/// <param name="Compound">The sum of the grades, folded into -1..1.</param>
/// <param name="Words">Each graded word or phrase, as it counts here.</param>
internal sealed record LexiconReading(double Compound, IReadOnlyList<GradedWord> Words)
{
    // A negation reaches this many words ahead, and turns a grade around without its full strength ("not great" is milder than "bad").
    private const int Reach = 4;
    private const double Turned = -0.7;
    private const double Stronger = 0.3;
    private const double Shouted = 0.7;
    private const double BeforeContrast = 0.6;
    private const double AfterContrast = 1.4;
    private const double Fold = 15;

    public static LexiconReading Of(IReadOnlyList<Token> tokens)
    {
        var words = new List<GradedWord>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var (grade, length) = SentimentLexicon.Find(tokens, at);
            if (length > 0)
            {
                words.Add(new(string.Join(' ', tokens.Skip(at).Take(length).Select(static token => token.Text)), at, Modified(tokens, at, grade)));
                at += length - 1;
            }
        }

        Contrast(tokens, words);
        var sum = words.Sum(static word => word.Grade);
        var exclaimed = Math.Min(3, tokens.Count(static token => token.Text == "!")) * 0.3;
        sum += Math.Sign(sum) * exclaimed;
        return new(sum / Math.Sqrt((sum * sum) + Fold), words);
    }

    private static double Modified(IReadOnlyList<Token> tokens, int at, double grade)
    {
        var strength = Math.Abs(grade) + (tokens[at].IsShouted ? Shouted : 0);
        var sign = Math.Sign(grade) * 1.0;
        for (var back = at - 1; back >= Math.Max(0, at - Reach) && (tokens[back].IsWord || tokens[back].Text == "\""); back--)
        {
            var word = tokens[back].Text;
            var distance = at - back;
            if (SentimentLexicon.Contrasts(word))
            {
                break;
            }

            if (SentimentLexicon.Negates(word) && !(word == "not" && back + 1 < at && tokens[back + 1].Text == "only"))
            {
                sign *= Turned;
            }
            else if (distance <= 2 && SentimentLexicon.Strengthens(word))
            {
                strength += Stronger * (3 - distance);
            }
            else if (distance <= 2 && SentimentLexicon.Weakens(word))
            {
                strength = Math.Max(0.2, strength - (Stronger * (3 - distance)));
            }
        }

        return sign * strength;
    }

    // What follows "but" is what the speaker means; what follows "although" is what the speaker concedes.
    private static void Contrast(IReadOnlyList<Token> tokens, List<GradedWord> words)
    {
        var turn = -1;
        for (var at = 0; at < tokens.Count; at++)
        {
            turn = SentimentLexicon.Contrasts(tokens[at].Text) && !SentimentLexicon.Concedes(tokens[at].Text) ? at : turn;
        }

        for (var index = 0; turn >= 0 && index < words.Count; index++)
        {
            words[index] = words[index] with { Grade = words[index].Grade * (words[index].At < turn ? BeforeContrast : AfterContrast) };
        }
    }
}
