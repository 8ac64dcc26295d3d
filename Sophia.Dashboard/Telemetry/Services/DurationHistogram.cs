namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>
/// Counts durations in buckets that end at 2^(i/8) nanoseconds, so each is 9 % wide, from a nanosecond to about 73 minutes and longer.
/// </summary>
internal sealed class DurationHistogram
{
    /// <summary>How many buckets there are to each doubling.</summary>
    public const int PerDoubling = 8;
    private const int Buckets = 43 * PerDoubling;
    private readonly long[] _counts = new long[Buckets];
    private long _maximum;

    /// <summary>How many durations were counted.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them belong to failed spans.</summary>
    public long Errors { get; private set; }

    /// <summary>The bucket of a duration.</summary>
    /// <param name="nanoseconds">The duration.</param>
    /// <returns>The bucket's index.</returns>
    public static int Bucket(long nanoseconds) =>
        nanoseconds <= 1 ? 0 : Math.Min(Buckets - 1, (int)Math.Ceiling(Math.Log2(nanoseconds) * PerDoubling));

    /// <summary>The upper end of a bucket.</summary>
    /// <param name="bucket">Its index.</param>
    /// <returns>The longest duration in it, in nanoseconds.</returns>
    public static double UpperEnd(int bucket) => Math.Pow(2, bucket / (double)PerDoubling);

    /// <summary>Counts a duration.</summary>
    /// <param name="nanoseconds">The duration.</param>
    /// <param name="error">Whether its span failed.</param>
    public void Add(long nanoseconds, bool error)
    {
        _counts[Bucket(nanoseconds)]++;
        _maximum = Math.Max(_maximum, nanoseconds);
        Count++;
        Errors += error ? 1 : 0;
    }

    /// <summary>Sums up.</summary>
    /// <param name="covered">The time over which it was counted.</param>
    /// <returns>Rate, errors and duration.</returns>
    public RateErrorsDuration ToTotals(TimeSpan covered) => new(
        Count, Errors, covered > TimeSpan.Zero ? Count / covered.TotalSeconds : 0, Percentile(0.5), Percentile(0.9), Percentile(0.99),
        Count == 0 ? null : TimeSpan.FromTicks(_maximum / TimeSpan.NanosecondsPerTick));

    private TimeSpan? Percentile(double share)
    {
        if (Count == 0)
        {
            return null;
        }

        var rank = (long)Math.Ceiling(share * Count);
        long below = 0;
        for (var i = 0; i < Buckets; i++)
        {
            below += _counts[i];
            if (below >= rank)
            {
                return TimeSpan.FromTicks((long)(Math.Min(UpperEnd(i), _maximum) / TimeSpan.NanosecondsPerTick));
            }
        }

        return TimeSpan.FromTicks(_maximum / TimeSpan.NanosecondsPerTick);
    }
}
