using System.Globalization;

namespace Sophia.Benchmarks;

/// <summary>Percentiles of measured durations, by the nearest rank.</summary>
internal sealed class LatencySummary
{
    private readonly double[] _sorted;

    public LatencySummary(IEnumerable<TimeSpan> durations)
    {
        _sorted = [.. durations.Select(static duration => duration.TotalMilliseconds).Order()];
        if (_sorted.Length == 0)
        {
            throw new ArgumentException("Nothing was measured.", nameof(durations));
        }
    }

    /// <summary>How many were measured.</summary>
    public int Count => _sorted.Length;

    /// <summary>The smallest duration that at least this share of all durations does not exceed, in milliseconds.</summary>
    /// <param name="share">Above 0 and at most 1.</param>
    public double Percentile(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"n {Count}, p50 {Percentile(0.50):0.0} ms, p95 {Percentile(0.95):0.0} ms, p99 {Percentile(0.99):0.0} ms, max {_sorted[^1]:0.0} ms");
}
