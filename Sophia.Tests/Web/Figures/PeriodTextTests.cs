using System.Globalization;
using Sophia.Core.Metrics;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Figures;

namespace Sophia.Tests.Web.Figures;

[InLanguage("en")]
public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2025-12-01", "2026-11-30", "Dec 2025–Nov 2026")]
    [InlineData("2026-01-01", "2026-03-31", "Jan–Mar 2026")]
    [InlineData("2026-02-01", "2026-02-28", "Feb 2026")]
    [InlineData("2025-12-01", "2026-11-22", "1 Dec 2025–22 Nov 2026")]
    [InlineData("2026-11-01", "2026-11-22", "1 Nov–22 Nov 2026")]
    [InlineData("2026-11-22", "2026-11-22", "22 Nov 2026")]
    public void A_range_is_written_by_months_where_it_is_made_of_them(string from, string to, string expected) =>
        Assert.Equal(expected, PeriodText.Range(PageTexts.All, Days(from, to)));

    [Theory]
    [InlineData("2026-11-01", "2026-11-30", Granularity.Month, "Nov 2026", false)]
    [InlineData("2026-11-01", "2026-11-22", Granularity.Month, "1 Nov–22 Nov 2026", true)]
    [InlineData("2026-10-01", "2026-12-31", Granularity.Quarter, "Q4 2026", false)]
    [InlineData("2026-10-01", "2026-11-22", Granularity.Quarter, "1 Oct–22 Nov 2026", true)]
    [InlineData("2026-11-16", "2026-11-22", Granularity.Week, "16 Nov–22 Nov 2026", false)]
    [InlineData("2026-11-22", "2026-11-22", Granularity.Day, "22 Nov 2026", false)]
    public void A_point_that_is_cut_short_is_named_by_its_days(string from, string to, Granularity granularity, string expected, bool cut)
    {
        Assert.Equal(expected, PeriodText.Point(PageTexts.All, Days(from, to), granularity));
        Assert.Equal(cut, PeriodText.IsCut(Days(from, to), granularity));
    }

    private static DateRange Days(string from, string to) =>
        new(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture));
}
