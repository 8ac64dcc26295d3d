using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Figures;

namespace Sophia.Tests.Web.Figures;

[InLanguage("en")]
public sealed class ChangeTextTests
{
    [Theory]
    [InlineData("revenue.won", "0.124", "▲ 12.4% more, Better")]
    [InlineData("revenue.won", "-0.0309", "▼ 3.1% less, Worse")]
    [InlineData("deals.won", "-0.5", "▼ 50.0% fewer, Worse")]
    [InlineData("deals.lost", "-0.5", "▼ 50.0% fewer, Better")]
    [InlineData("deals.winRate", "0.021", "▲ 2.1 points higher, Better")]
    [InlineData("deals.salesCycle", "0.082", "▲ 8.2% longer, Worse")]
    [InlineData("deals.salesCycle", "-0.082", "▼ 8.2% shorter, Better")]
    [InlineData("people.satisfaction", "0.314", "▲ 0.31 higher, Better")]
    [InlineData("people.headcount", "0.05", "▲ 5.0% more, ")]
    public void A_change_says_how_much_and_whether_that_is_good(string metric, string change, string expected)
    {
        var text = Of(SampleFigures.Metric(metric, 1, 2, decimal.Parse(change, System.Globalization.CultureInfo.InvariantCulture)))!;

        Assert.Equal(expected, $"{text.Arrow} {text.Amount}, {text.VerdictWord(PageTexts.All)}");
    }

    [Theory]
    [InlineData(Comparison.PreviousPeriod, "vs previous period")]
    [InlineData(Comparison.PreviousYear, "vs previous year")]
    public void A_change_says_what_it_is_held_against(Comparison compare, string expected) => Assert.Equal(
        expected, ChangeText.Of(PageTexts.All, SampleFigures.Metric("pipeline.open", 3), new() { Compare = compare, Value = 2, Change = 0.5m })!.Against);

    [Fact]
    public void A_change_that_rounds_to_nothing_is_no_movement_in_either_direction()
    {
        var text = Of(SampleFigures.Metric("revenue.won", 100_000, 100_040, -0.0004m))!;

        Assert.Equal((ChangeVerdict.Unchanged, "", "Unchanged"), (text.Verdict, text.Arrow, text.Amount));
    }

    [Fact]
    public void Growth_from_zero_names_the_zero_instead_of_a_percentage()
    {
        var text = Of(SampleFigures.Metric("revenue.won", 5_000, 0))!;

        Assert.Equal((ChangeVerdict.Unknown, "was $0"), (text.Verdict, text.Amount));
    }

    [Fact]
    public void Without_data_in_the_compared_range_there_is_nothing_to_compare_with() =>
        Assert.Equal("Nothing to compare with", Of(SampleFigures.Metric("revenue.won", 5_000))!.Amount);

    [Fact]
    public void A_figure_without_a_value_has_no_change() => Assert.Null(Of(SampleFigures.Metric("revenue.won", null, 5_000)));

    private static ChangeText? Of(MetricResult metric) => ChangeText.Of(PageTexts.All, metric, metric.Comparisons[0]);
}
