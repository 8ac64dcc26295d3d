using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Benchmarks.Anomalies;

/// <summary>The scores of a series as the batch command writes them.</summary>
internal static class AnomalyScores
{
    /// <summary>One score a row, each from its row and earlier rows only.</summary>
    public static double[] Of(IReadOnlyList<DateTimeOffset> times, IReadOnlyList<double?> values)
    {
        var detector = new AnomalyDetector();
        var pacing = new OnsetPacing();
        var scores = new double[values.Count];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = pacing.Next(detector.Observe(times[row], values[row]));
        }

        return scores;
    }
}
