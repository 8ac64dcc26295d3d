namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>
/// Counts durations in buckets that end at 2^(i/8) nanoseconds, so each is 9 % wide, from a nanosecond to about 73 minutes and longer.
/// </summary>
internal sealed class DurationHistogram
{
    /// <summary>How many buckets there are to each doubling.</summary>
    public const int PerDoubling = 8;
    private const int Buckets = 43 * PerDoubling;
    private readonly double[] _counts = new double[Buckets];
    private long _maximum;
    private long _kept;
    private double _errors;
    private double _timed;

    /// <summary>How many requests were counted, each span as those that it stands for.</summary>
    public double Count { get; private set; }

    /// <summary>The bucket of a duration.</summary>
    /// <param name="nanoseconds">The duration.</param>
    /// <returns>The bucket's index.</returns>
    public static int Bucket(long nanoseconds) =>
        nanoseconds <= 1 ? 0 : Math.Min(Buckets - 1, (int)Math.Ceiling(Math.Log2(nanoseconds) * PerDoubling));

    /// <summary>The upper end of a bucket.</summary>
    /// <param name="bucket">Its index.</param>
    /// <returns>The longest duration in it, in nanoseconds.</returns>
    public static double UpperEnd(int bucket) => Math.Pow(2, bucket / (double)PerDoubling);

    /// <summary>Counts a request.</summary>
    /// <param name="latency">How long it took, in nanoseconds; null of one that counts in traffic and errors alone.</param>
    /// <param name="error">Whether its span failed.</param>
    /// <param name="count">How many spans it stands for.</param>
    public void Add(long? latency, bool error, double count)
    {
        if (latency is { } nanoseconds)
        {
            _counts[Bucket(nanoseconds)] += count;
            _maximum = Math.Max(_maximum, nanoseconds);
            _timed += count;
        }

        _kept++;
        Count += count;
        _errors += error ? count : 0;
    }

    /// <summary>Sums up.</summary>
    /// <param name="covered">The time over which it was counted.</param>
    /// <returns>Rate, errors and duration.</returns>
    public RateErrorsDuration ToTotals(TimeSpan covered) => new(
        (long)Math.Round(Count), (long)Math.Round(_errors), covered > TimeSpan.Zero ? Count / covered.TotalSeconds : 0, Percentile(0.5), Percentile(0.9), Percentile(0.99),
        _timed == 0 ? null : TimeSpan.FromTicks(_maximum / TimeSpan.NanosecondsPerTick), _kept);

    private TimeSpan? Percentile(double share)
    {
        if (_timed == 0)
        {
            return null;
        }

        var rank = share * _timed;
        var below = 0.0;
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
