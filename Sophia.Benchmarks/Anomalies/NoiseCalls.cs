using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Benchmarks.Anomalies;

/// <summary>How often the detector calls where there is nothing to call: made-up series of pure chance.</summary>
internal static class NoiseCalls
{
    private const int Series = 100;

    /// <summary>Calls per 1,000 rows after the learning rows.</summary>
    /// <param name="rows">Of each series.</param>
    /// <param name="step">Between two rows.</param>
    /// <param name="memory">How much of a value carries over to the next, 0 for none, below 1.</param>
    /// <param name="score">The score that counts as a call.</param>
    public static double PerThousandRows(int rows, TimeSpan step, double memory, double score)
    {
        var calls = 0;
        for (var seed = 0; seed < Series; seed++)
        {
            var values = Values(rows, memory, new Random(seed));
            var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
            calls += AnomalyScores.Of([.. Enumerable.Range(0, rows).Select(row => start + (row * step))], values).Count(found => found >= score);
        }

        return 1000.0 * calls / (Series * (rows - AnomalyDetector.LearningRows));
    }

    private static double?[] Values(int rows, double memory, Random random)
    {
        var value = 0.0;
        return [.. Enumerable.Range(0, rows).Select(_ => (double?)(100 + (value = (memory * value) + Gaussian(random))))];
    }

    // Box and Muller 1958.
    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
