namespace Sophia.Core.Analytics.Conversations.Classification;

/// <summary>Tells the topic of a text, as learnt from examples.</summary>
public sealed class TopicClassifier
{
    private readonly TextFeatures _features;
    private readonly string[] _topics;
    private readonly double[][] _planes;
    private readonly int _commonest;

    internal TopicClassifier(TextFeatures features, string[] topics, double[][] planes, int commonest) =>
        (_features, _topics, _planes, _commonest) = (features, topics, planes, commonest);

    /// <summary>The topics it can tell, in alphabetical order.</summary>
    public IReadOnlyList<string> Topics => _topics;

    /// <summary>The topic of a text.</summary>
    public TopicGuess Classify(string text)
    {
        var vector = _features.Of(text);
        if (vector.Indices.Length == 0)
        {
            return new(_topics[_commonest], 0, IsKnown: false);
        }

        var (best, first, second) = (0, double.NegativeInfinity, double.NegativeInfinity);
        for (var topic = 0; topic < _planes.Length; topic++)
        {
            var margin = vector.Dot(_planes[topic]);
            if (margin > first)
            {
                (best, first, second) = (topic, margin, first);
            }
            else
            {
                second = Math.Max(second, margin);
            }
        }

        return new(_topics[best], double.IsFinite(second) ? first - second : 0, IsKnown: true);
    }
}
