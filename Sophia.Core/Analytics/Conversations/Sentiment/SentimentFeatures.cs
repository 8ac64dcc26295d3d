using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>What the linear layer sees of a text: a few measures of the lexicon's reading, and its words and word pairs.</summary>
internal static class SentimentFeatures
{
    // How heavy the words weigh beside the lexicon: all of them together have this length.
    private const double WordsLength = 1.0;

    /// <summary>Name and value of each feature that is not zero. Names that start with # are measures of the lexicon's reading.</summary>
    public static Dictionary<string, double> Of(string text)
    {
        var tokens = Tokenizer.Split(text);
        var features = Measures(tokens, LexiconReading.Of(tokens));
        var words = Words(tokens);
        foreach (var word in words)
        {
            features[word] = WordsLength / Math.Sqrt(words.Count);
        }

        return features;
    }

    private static Dictionary<string, double> Measures(List<Token> tokens, LexiconReading reading)
    {
        var grades = reading.Words.Select(static word => word.Grade).ToArray();
        var words = Math.Max(1, tokens.Count(static token => token.IsWord));
        var measures = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["#compound"] = reading.Compound,
            ["#good"] = Fold(grades.Where(static grade => grade > 0).Sum()),
            ["#bad"] = Fold(grades.Where(static grade => grade < 0).Sum()),
            ["#density"] = Fold(grades.Sum() / Math.Sqrt(words)),
            ["#highest"] = Math.Max(0, grades.DefaultIfEmpty(0).Max()) / 4,
            ["#lowest"] = Math.Min(0, grades.DefaultIfEmpty(0).Min()) / 4,
            ["#first"] = grades.FirstOrDefault() / 4,
            ["#last"] = grades.LastOrDefault() / 4,
            ["#direction"] = Math.Sign(grades.Sum()),
            ["#negations"] = Math.Min(3, tokens.Count(static token => SentimentLexicon.Negates(token.Text))) / 3.0,
            ["#contrast"] = tokens.Any(static token => SentimentLexicon.Contrasts(token.Text)) ? 0.5 : 0,
            ["#unreal"] = tokens.Any(static token => SentimentLexicon.IsUnreal(token.Text)) ? 0.5 : 0,
            ["#exclaimed"] = Math.Min(3, tokens.Count(static token => token.Text == "!")) / 3.0,
            ["#asked"] = tokens.Any(static token => token.Text == "?") ? 0.5 : 0,
            ["#length"] = Math.Log(1 + words) / 10,
        };
        foreach (var zero in measures.Where(static measure => measure.Value == 0).Select(static measure => measure.Key).ToArray())
        {
            measures.Remove(zero);
        }

        return measures;
    }

    // A word behind a negation is another word than the same word alone.
    private static HashSet<string> Words(List<Token> tokens)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var (negated, before) = (0, "<");
        foreach (var token in tokens)
        {
            if (!token.IsWord)
            {
                (negated, before) = (0, token.Text is "," or "'" ? before : "<");
                continue;
            }

            var word = token.Text.Any(char.IsDigit) ? "0" : Stemmer.Stem(token.Text);
            words.Add(negated > 0 ? $"not:{word}" : word);
            words.Add(word);
            words.Add($"{before} {word}");
            negated = SentimentLexicon.Negates(token.Text) ? 4 : negated - 1;
            before = word;
        }

        return words;
    }

    private static double Fold(double sum) => sum / Math.Sqrt((sum * sum) + 10);
}
