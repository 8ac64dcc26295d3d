using System.Globalization;
using Sophia.Core.Metrics;

namespace Sophia.Tests.Core.Metrics;

public sealed class TimeBucketsTests
{
    [Theory]
    [InlineData("2026-01-30..2026-03-02", Granularity.Month, "2026-01-30..2026-01-31 2026-02-01..2026-02-28 2026-03-01..2026-03-02")]
    [InlineData("2026-03-11..2026-03-17", Granularity.Week, "2026-03-11..2026-03-15 2026-03-16..2026-03-17")]
    [InlineData("2026-02-15..2026-04-01", Granularity.Quarter, "2026-02-15..2026-03-31 2026-04-01..2026-04-01")]
    public void A_range_is_cut_at_the_calendar(string range, Granularity granularity, string expected) =>
        Assert.Equal(expected, string.Join(' ', TimeBuckets.Split(Range(range), granularity).Select(Text)));

    [Theory]
    [InlineData("2026-11-01..2026-11-01", Granularity.Day, "2026-10-31..2026-10-31")]
    [InlineData("2026-06-01..2026-06-07", Granularity.Week, "2026-05-25..2026-05-31")]
    [InlineData("2026-03-01..2026-03-31", Granularity.Month, "2026-02-01..2026-02-28")]
    [InlineData("2026-03-01..2026-03-15", Granularity.Month, "2026-02-01..2026-02-15")]
    [InlineData("2026-04-01..2026-06-30", Granularity.Quarter, "2026-01-01..2026-03-31")]
    public void Before_a_point_lies_its_neighbour_or_as_much_of_it(string bucket, Granularity granularity, string expected) =>
        Assert.Equal(expected, Text(TimeBuckets.Before(Range(bucket), granularity)));

    [Fact]
    public void Months_are_held_against_months_and_days_against_days()
    {
        var march = Range("2026-03-01..2026-03-31");
        var february = march.PreviousPeriod();

        var days = TimeBuckets.Opposite(TimeBuckets.Split(march, Granularity.Day), march, february, Granularity.Day);
        var months = TimeBuckets.Opposite(TimeBuckets.Split(march, Granularity.Month), march, february, Granularity.Month);

        Assert.Equal("2026-02-01..2026-02-28", Text(february));
        Assert.Equal("2026-02-28..2026-02-28", Text(days[27]!.Value));
        Assert.All(days.Skip(28), static day => Assert.Null(day));
        Assert.Equal(february, Assert.Single(months));
    }

    private static string Text(DateRange range) => FormattableString.Invariant($"{range.From:yyyy-MM-dd}..{range.To:yyyy-MM-dd}");

    private static DateRange Range(string text) =>
        new(DateOnly.Parse(text[..10], CultureInfo.InvariantCulture), DateOnly.Parse(text[12..], CultureInfo.InvariantCulture));
}
