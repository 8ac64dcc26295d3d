using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Classification;

/// <summary>
/// Learns topics from examples: one linear support vector machine a topic against the rest (squared hinge), solved by dual coordinate
/// descent (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008) in a fixed order, so the same examples give the same classifier.
/// </summary>
public static class TopicTrainer
{
    private const double Cost = 0.3;
    private const double OwnExamples = 15;
    private const int MostRounds = 60;
    private const double Still = 1e-3;

    /// <summary>Learns from examples.</summary>
    /// <param name="examples">Texts with their topics; at least two topics.</param>
    /// <exception cref="ArgumentException">There are fewer than two topics.</exception>
    public static TopicClassifier Train(IReadOnlyList<ClassifiedText> examples)
    {
        string[] topics = [.. examples.Select(static example => example.Topic).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (topics.Length < 2)
        {
            throw new ArgumentException("A classifier needs examples of at least two topics.", nameof(examples));
        }

        var features = new TextFeatures([.. examples.Select(static example => example.Text)]);
        var rows = examples.Select(example => features.Of(example.Text)).ToArray();
        var owners = examples.Select(example => Array.BinarySearch(topics, example.Topic, StringComparer.Ordinal)).ToArray();
        var planes = Enumerable.Range(0, topics.Length).Select(topic => Plane(rows, owners, topic, features.Count)).ToArray();
        var commonest = owners.CountBy(static owner => owner).MaxBy(static topic => topic.Value).Key;
        return new(features, topics, planes, commonest);
    }

    private static double[] Plane(SparseVector[] rows, int[] owners, int topic, int features)
    {
        var plane = new double[features];
        var shares = new double[rows.Length];
        for (var (round, moved) = (0, double.MaxValue); round < MostRounds && moved > Still; round++)
        {
            moved = 0;
            for (var row = 0; row < rows.Length; row++)
            {
                var side = owners[row] == topic ? 1 : -1;
                // The few examples of a topic count more each than the many of all others.
                var slack = 1 / (2 * Cost * (side > 0 ? OwnExamples : 1));
                var gradient = (side * rows[row].Dot(plane)) - 1 + (slack * shares[row]);
                var share = Math.Max(0, shares[row] - (gradient / (Square(rows[row]) + slack)));
                rows[row].AddTo(plane, side * (share - shares[row]));
                moved = Math.Max(moved, Math.Abs(share - shares[row]));
                shares[row] = share;
            }
        }

        return plane;
    }

    // Each row has one or two parts of length one.
    private static double Square(SparseVector row) => row.Values.Sum(static value => value * value);
}
