namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>
/// Puts exponential histograms into fixed buckets, four to each doubling, so that all histograms are read alike. Bucket i of OTLP's
/// scale s ends at 2^((i+1)/2^s); scales above 2 nest exactly, of coarser ones a bucket's values count at its upper end.
/// </summary>
internal static class ExponentialBuckets
{
    private const int Scale = 2;

    // From about a millionth to about a trillion: microseconds in seconds, and bytes.
    private const int LowestDoubling = -20;
    private const int HighestDoubling = 40;
    private const int First = LowestDoubling << Scale;
    private const int Last = HighestDoubling << Scale;

    /// <summary>The upper ends: 0, then the fixed ones.</summary>
    public static double[] Bounds { get; } = [0, .. Enumerable.Range(First, Last - First + 1).Select(static i => Math.Pow(2, i / (double)(1 << Scale)))];

    /// <summary>Adds one bucket of a histogram.</summary>
    /// <param name="counts">The counts by <see cref="Bounds"/>, and one more for what is above.</param>
    /// <param name="scale">The histogram's scale.</param>
    /// <param name="index">The bucket's index.</param>
    /// <param name="count">How many values it holds.</param>
    public static void Add(Span<long> counts, int scale, long index, long count)
    {
        // The bucket's upper end in quarters of a doubling, rounded up.
        var upper = index + 1;
        var quarters = scale >= Scale ? -(-upper >> Math.Min(scale - Scale, 62)) : upper << Math.Min(Scale - scale, 30);
        counts[quarters > Last ? counts.Length - 1 : (int)Math.Max(quarters - First, 0) + 1] += count;
    }
}
