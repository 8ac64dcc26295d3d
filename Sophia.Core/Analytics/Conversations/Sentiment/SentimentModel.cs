using System.Globalization;
using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>Sentiment of English text: a graded word list with negation, intensity and contrast, and a linear layer over it.</summary>
/// <param name="intercept">The score of a text without any known feature.</param>
/// <param name="weights">What each feature adds.</param>
public sealed class SentimentModel(double intercept, IReadOnlyDictionary<string, double> weights)
{
    /// <summary>Scores nearer to 0 than this are neutral.</summary>
    internal const double NeutralBand = 0.1;

    private static readonly Lazy<SentimentModel> s_shipped = new(static () => Read(TextResource.Lines("sentiment-weights.txt")));

    /// <summary>The model that ships with Sophia; the benchmark verb train-sentiment makes it.</summary>
    public static SentimentModel Shipped => s_shipped.Value;

    /// <summary>Scores a text. Without any word the answer is 0 and neutral.</summary>
    public SentimentScore Score(string text)
    {
        var tokens = Tokenizer.Split(text);
        if (!tokens.Any(static token => token.IsWord || token.Text.Length > 1))
        {
            return new(0, SentimentLabel.Neutral, []);
        }

        var score = Math.Clamp(SentimentFeatures.Of(text).Sum(feature => feature.Value * weights.GetValueOrDefault(feature.Key)) + intercept, -1, 1);
        var label = score <= -NeutralBand ? SentimentLabel.Negative : score >= NeutralBand ? SentimentLabel.Positive : SentimentLabel.Neutral;
        return new(score, label, [.. LexiconReading.Of(tokens).Words.OrderByDescending(static word => Math.Abs(word.Grade)).Select(static word => word.Text).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The model as lines of text, features in a fixed order, weights to four decimals.</summary>
    public IEnumerable<string> Write() => weights.Where(static weight => Math.Abs(weight.Value) >= 0.00005)
        .OrderBy(static weight => weight.Key, StringComparer.Ordinal)
        .Select(static weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Value:F4}\t{weight.Key}"))
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"{intercept:F4}\t"));

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <exception cref="FormatException">A line does not begin with a number and a tab.</exception>
    public static SentimentModel Read(IEnumerable<string> lines)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            weights[line[(tab + 1)..]] = tab > 0 && double.TryParse(line.AsSpan(0, tab), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
                ? weight
                : throw new FormatException($"Not a weight: {line}");
        }

        return new(weights.Remove("", out var intercept) ? intercept : 0, weights);
    }
}
