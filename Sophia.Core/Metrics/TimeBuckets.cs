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

    private static DateOnly Next(DateOnly day, Granularity granularity) => granularity switch
    {
        Granularity.Day => day.AddDays(1),
        Granularity.Week => day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7)),
        Granularity.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
        Granularity.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1).AddMonths(3),
    };
}
