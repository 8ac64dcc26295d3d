using Sophia.Dashboard.Formatting;

namespace Sophia.Tests.Dashboard.Formatting;

public sealed class TextTests
{
    [Theory]
    [InlineData(0.012, "12 µs")]
    [InlineData(4.214, "4.21 ms")]
    [InlineData(42.16, "42.2 ms")]
    [InlineData(812, "812 ms")]
    [InlineData(1500, "1.5 s")]
    [InlineData(200_000, "3 m 20 s")]
    [InlineData(7_500_000, "2 h 5 m")]
    [InlineData(-5, "−5 ms")]
    public void A_duration_has_the_unit_that_fits(double milliseconds, string text) =>
        Assert.Equal(text, DurationText.Write(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(null, "—")]
    [InlineData(double.NaN, "—")]
    [InlineData(0.0, "0")]
    [InlineData(0.25, "0.25")]
    [InlineData(1234.0, "1,234")]
    [InlineData(12_345.0, "12.3K")]
    [InlineData(3_456_789.0, "3.46M")]
    public void What_is_not_known_is_a_dash_and_no_nought(double? value, string text) => Assert.Equal(text, NumberText.Compact(value));

    [Theory]
    [InlineData(null, "—")]
    [InlineData(double.NaN, "—")]
    [InlineData(0.0, "0/s")]
    [InlineData(12.34, "12.3/s")]
    [InlineData(0.1, "0.1/s")]
    [InlineData(0.05, "3/min")]
    [InlineData(1 / 900.0, "4/h")]
    public void What_is_seldom_is_counted_by_the_minute_or_the_hour(double? perSecond, string text) => Assert.Equal(text, NumberText.Rate(perSecond));

    [Theory]
    [InlineData(null, "—")]
    [InlineData(512L, "512 B")]
    [InlineData(1_572_864L, "1.5 MiB")]
    public void Sizes_are_binary(long? bytes, string text) => Assert.Equal(text, NumberText.Bytes(bytes));

    [Theory]
    [InlineData(0, "0 traces")]
    [InlineData(1, "1 trace")]
    [InlineData(12_345, "12,345 traces")]
    public void One_is_not_many(long count, string text) => Assert.Equal(text, NumberText.Count(count, "trace", "traces"));

    [Fact]
    public void An_address_holds_what_is_not_usual_and_nothing_else() =>
        Assert.Equal("/logs?q=50%25%20%26%20more&level=Error", Address.Of("/logs", ("q", "50% & more"), ("resource", null), ("trace", ""), ("level", "Error")));

    [Fact]
    public void The_viewer_reads_times_in_the_zone_of_the_browser_or_in_utc()
    {
        var moment = new DateTimeOffset(2026, 11, 25, 12, 0, 0, 123, TimeSpan.Zero);
        var zone = TimeZoneInfo.CreateCustomTimeZone("Two hours ahead", TimeSpan.FromHours(2), null, null);

        Assert.Equal("14:00:00.123", new ViewerTime(zone, IsUtc: false).Precise(moment));
        Assert.Equal("12:00:00.123", new ViewerTime(zone, IsUtc: true).Precise(moment));
    }
}
