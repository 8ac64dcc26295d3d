using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>
/// Fits the linear layer by ridge regression (Hoerl and Kennard, 1970), solved with conjugate gradients (Hestenes and Stiefel, 1952).
/// The same texts in the same order give the same model.
/// </summary>
public static class SentimentTrainer
{
    /// <summary>A word must stand in this many texts before anything is learnt of it.</summary>
    private const int FewestTexts = 2;
    private const double MeasurePenalty = 2;
    private const double WordPenalty = 1.2;
    private const int MostSteps = 300;

    /// <summary>Fits a model.</summary>
    /// <param name="texts">Judged texts; at least 20.</param>
    /// <exception cref="ArgumentException">There are too few texts.</exception>
    public static SentimentModel Train(IReadOnlyList<LabelledText> texts)
    {
        if (texts.Count < 20)
        {
            throw new ArgumentException($"A sentiment model needs at least 20 judged texts, not {texts.Count}.", nameof(texts));
        }

        var features = texts.Select(static text => SentimentFeatures.Of(text.Text)).ToArray();
        string[] names = [.. features.SelectMany(static one => one.Keys).GroupBy(static name => name, StringComparer.Ordinal)
            .Where(static name => name.Count() >= FewestTexts).Select(static name => name.Key).Order(StringComparer.Ordinal)];
        var indices = names.Index().ToDictionary(static name => name.Item, static name => name.Index, StringComparer.Ordinal);
        var rows = features.Select(one => Row(one, indices)).ToArray();
        var penalties = names.Select(static name => name.StartsWith('#') ? MeasurePenalty : WordPenalty).Append(1e-6).ToArray();
        var weights = Solve(rows, [.. texts.Select(static text => text.Score)], [.. texts.Select(static text => text.Weight)], penalties);
        return new(weights[^1], names.Zip(weights).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal));
    }

    // The last column is the intercept.
    private static SparseVector Row(Dictionary<string, double> features, Dictionary<string, int> indices)
    {
        var known = features.Where(one => indices.ContainsKey(one.Key)).ToArray();
        return new([.. known.Select(one => indices[one.Key]), indices.Count], [.. known.Select(static one => one.Value), 1]);
    }

    private static double[] Solve(SparseVector[] rows, double[] targets, double[] rowWeights, double[] penalties)
    {
        var weights = new double[penalties.Length];
        var residual = new double[penalties.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row].AddTo(residual, rowWeights[row] * targets[row]);
        }

        var direction = residual.ToArray();
        var product = new double[penalties.Length];
        var size = Square(residual);
        var enough = size * 1e-16;
        for (var step = 0; step < MostSteps && size > enough && size > 0; step++)
        {
            for (var column = 0; column < product.Length; column++)
            {
                product[column] = penalties[column] * direction[column];
            }

            for (var row = 0; row < rows.Length; row++)
            {
                rows[row].AddTo(product, rowWeights[row] * rows[row].Dot(direction));
            }

            var length = size / Dot(direction, product);
            for (var column = 0; column < weights.Length; column++)
            {
                weights[column] += length * direction[column];
                residual[column] -= length * product[column];
            }

            var next = Square(residual);
            for (var column = 0; column < weights.Length; column++)
            {
                direction[column] = residual[column] + (next / size * direction[column]);
            }

            size = next;
        }

        return weights;
    }

    private static double Square(double[] vector) => Dot(vector, vector);

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var at = 0; at < one.Length; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }
}
