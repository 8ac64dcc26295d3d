using Sophia.Core.Metrics;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Figures;

namespace Sophia.Tests.Web.Figures;

[InLanguage("en")]
public sealed class ChangeTextTests
{
    private static readonly DateRange s_twelveMonths = new(new(2024, 12, 1), new(2025, 11, 30));

    [Theory]
    [InlineData("revenue.won", "0.124", "▲ 12.4% more than Dec 2024–Nov 2025, Better")]
    [InlineData("revenue.won", "-0.0309", "▼ 3.1% less than Dec 2024–Nov 2025, Worse")]
    [InlineData("deals.won", "-0.5", "▼ 50.0% fewer than Dec 2024–Nov 2025, Worse")]
    [InlineData("deals.lost", "-0.5", "▼ 50.0% fewer than Dec 2024–Nov 2025, Better")]
    [InlineData("deals.winRate", "0.021", "▲ 2.1 points higher than Dec 2024–Nov 2025, Better")]
    [InlineData("deals.salesCycle", "0.082", "▲ 8.2% longer than Dec 2024–Nov 2025, Worse")]
    [InlineData("deals.salesCycle", "-0.082", "▼ 8.2% shorter than Dec 2024–Nov 2025, Better")]
    public void A_change_says_how_much_against_what_and_whether_that_is_good(string metric, string change, string expected)
    {
        var text = ChangeText.Of(PageTexts.All, SampleFigures.Metric(metric, 1, 2, decimal.Parse(change, System.Globalization.CultureInfo.InvariantCulture)), s_twelveMonths)!;

        Assert.Equal(expected, $"{text.Arrow} {text.Amount} {text.Against}, {text.VerdictWord(PageTexts.All)}");
    }

    [Fact]
    public void A_stock_is_held_against_the_last_day_of_the_compared_range() =>
        Assert.Equal("than on 30 Nov 2025", ChangeText.Of(PageTexts.All, SampleFigures.Metric("pipeline.open", 3, 2, 0.5m), s_twelveMonths)!.Against);

    [Fact]
    public void A_change_that_rounds_to_nothing_is_no_movement_in_either_direction()
    {
        var text = ChangeText.Of(PageTexts.All, SampleFigures.Metric("revenue.won", 100_000, 100_040, -0.0004m), s_twelveMonths)!;

        Assert.Equal((ChangeVerdict.Unchanged, "", "Unchanged from Dec 2024–Nov 2025"), (text.Verdict, text.Arrow, $"{text.Amount} {text.Against}"));
    }

    [Fact]
    public void Growth_from_zero_names_the_zero_instead_of_a_percentage()
    {
        var text = ChangeText.Of(PageTexts.All, SampleFigures.Metric("revenue.won", 5_000, 0), s_twelveMonths)!;

        Assert.Equal((ChangeVerdict.Unknown, "was $0 in Dec 2024–Nov 2025"), (text.Verdict, $"{text.Amount} {text.Against}"));
    }

    [Fact]
    public void Without_data_in_the_compared_range_there_is_nothing_to_compare_with()
    {
        var text = ChangeText.Of(PageTexts.All, SampleFigures.Metric("revenue.won", 5_000), s_twelveMonths)!;

        Assert.Equal("Nothing to compare with: no data for Dec 2024–Nov 2025", $"{text.Amount}: {text.Against}");
    }

    [Fact]
    public void A_figure_without_a_value_has_no_change() =>
        Assert.Null(ChangeText.Of(PageTexts.All, SampleFigures.Metric("revenue.won", null, 5_000), s_twelveMonths));
}
