namespace Sophia.Core.Metrics;

/// <summary>Cuts a range into the points of a series.</summary>
public static class TimeBuckets
{
    /// <summary>The most points that a series may have: two years of days and a little.</summary>
    public const int Limit = 800;

    /// <summary>The parts of <paramref name="range"/>, in order; the first and the last may be shorter than the granularity.</summary>
    public static IReadOnlyList<DateRange> Split(DateRange range, Granularity granularity)
    {
        var buckets = new List<DateRange>();
        for (var start = range.From; start <= range.To;)
        {
            var next = Next(start, granularity);
            buckets.Add(new(start, next > range.To ? range.To : next.AddDays(-1)));
            start = next;
        }

        return buckets;
    }

    /// <summary>How many points a series of <paramref name="range"/> has, without making them.</summary>
    public static int Count(DateRange range, Granularity granularity) => granularity switch
    {
        Granularity.Day => range.Days,
        Granularity.Week => (range.Days / 7) + 2,
        Granularity.Month => (range.Days / 28) + 2,
        Granularity.Quarter => (range.Days / 90) + 2,
    };

    /// <summary>The granularity that gives a readable chart: days up to six weeks, weeks up to half a year, else months.</summary>
    public static Granularity Suited(DateRange range) => range.Days switch
    {
        <= 45 => Granularity.Day,
        <= 190 => Granularity.Week,
        _ => Granularity.Month,
    };

    /// <summary>
    /// The point right before <paramref name="bucket"/>. A point that is cut short by the range or by today is held against the
    /// same part of the one before.
    /// </summary>
    public static DateRange Before(DateRange bucket, Granularity granularity) => granularity switch
    {
        Granularity.Day => new(bucket.From.AddDays(-1), bucket.To.AddDays(-1)),
        Granularity.Week => new(bucket.From.AddDays(-7), bucket.To.AddDays(-7)),
        Granularity.Month => bucket.ShiftMonths(-1),
        Granularity.Quarter => bucket.ShiftMonths(-3),
    };

    /// <summary>
    /// The parts of <paramref name="compared"/> that <paramref name="buckets"/> of <paramref name="range"/> are held against,
    /// one for each: months against months, days and weeks against as many days from the beginning; null where the compared
    /// range is already over.
    /// </summary>
    public static IReadOnlyList<DateRange?> Opposite(
        IReadOnlyList<DateRange> buckets, DateRange range, DateRange compared, Granularity granularity)
    {
        var months = ((compared.From.Year - range.From.Year) * 12) + compared.From.Month - range.From.Month;
        var byMonth = granularity is Granularity.Month or Granularity.Quarter && range.From.AddMonths(months) == compared.From;
        var opposite = new DateRange?[buckets.Count];
        for (var index = 0; index < buckets.Count; index++)
        {
            var moved = byMonth
                ? buckets[index].ShiftMonths(months)
                : Move(buckets[index], compared.From.DayNumber - range.From.DayNumber);
            var to = index == buckets.Count - 1 || moved.To > compared.To ? compared.To : moved.To;
            opposite[index] = moved.From > compared.To ? null : new(moved.From, to);
        }

        return opposite;
    }

    private static DateRange Move(DateRange bucket, int days) => new(bucket.From.AddDays(days), bucket.To.AddDays(days));

    private static DateOnly Next(DateOnly day, Granularity granularity) => granularity switch
    {
        Granularity.Day => day.AddDays(1),
        Granularity.Week => day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7)),
        Granularity.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
        Granularity.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1).AddMonths(3),
    };
}
