using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Dashboard;
using Sophia.Web.Figures;
using Sophia.Web.Predictions;

namespace Sophia.Tests.Web.Predictions;

[InLanguage("en")]
public sealed class ExpectedChangeTests
{
    private static readonly DateOnly s_today = new(2026, 11, 22);

    [Fact]
    public void Revenue_says_how_much_of_the_running_months_expectation_has_come()
    {
        // The running month's point of the sample is 3,000,011.
        var text = Of(SampleFigures.Metric("revenue.won", 3_000_000), mean: 4_000_000, lower: 3_500_000, upper: 4_500_000)!;

        Assert.Equal("75.0% of $4.0M expected in Nov", $"{text.Amount} {text.Against}");
        Assert.Equal(ChangeVerdict.Unchanged, text.Verdict);
        Assert.Equal(ChangeVerdict.Better, Of(SampleFigures.Metric("revenue.won", 5_000_000), 4_000_000, 3_500_000, 4_500_000)!.Verdict);
    }

    [Theory]
    [InlineData(9_000_000, "▼ 10.0% below $10.0M expected at the end of Nov", ChangeVerdict.Unchanged)]
    [InlineData(7_000_000, "▼ 30.0% below $10.0M expected at the end of Nov", ChangeVerdict.Worse)]
    [InlineData(13_000_000, "▲ 30.0% above $10.0M expected at the end of Nov", ChangeVerdict.Better)]
    [InlineData(10_000_000, " On $10.0M expected at the end of Nov", ChangeVerdict.Unchanged)]
    public void The_pipeline_is_held_against_its_expected_end_and_judged_only_outside_the_range(int value, string expected, object verdict)
    {
        var text = Of(SampleFigures.Metric("pipeline.open", value), mean: 10_000_000, lower: 8_000_000, upper: 12_000_000)!;

        Assert.Equal(expected, $"{text.Arrow} {text.Amount} {text.Against}");
        Assert.Equal(verdict, text.Verdict);
    }

    [Fact]
    public void Where_nothing_was_expected_of_exactly_this_nothing_is_said()
    {
        var metric = SampleFigures.Metric("revenue.won", 3_000_000);

        Assert.Null(Of(SampleFigures.Metric("deals.winRate", 0.3m), 4_000_000, 1, 9_000_000));
        Assert.Null(Of(metric, 4_000_000, 1, 9_000_000, new MetricFilter(Dimension.Region, ["EMEA"])));
        Assert.Null(ExpectedChange.Of(PageTexts.All, metric, View(metric), [], [], s_today));
        // Figures that end before today are not the month so far.
        Assert.Null(ExpectedChange.Of(PageTexts.All, metric, View(metric), [], [Forecast("revenue.won", 4_000_000, 1, 9_000_000)], s_today.AddDays(1)));
    }

    private static ChangeText? Of(MetricResult metric, decimal mean, decimal lower, decimal upper, params MetricFilter[] filters) =>
        ExpectedChange.Of(
            PageTexts.All, metric, View(metric), filters, [Forecast(metric.Metric == "deals.winRate" ? "revenue.won" : metric.Metric, mean, lower, upper)], s_today);

    private static DashboardView View(MetricResult metric) => SampleFigures.View(SampleFigures.Answer(7, metric), SampleFigures.Stages());

    private static MetricForecast Forecast(string metric, decimal mean, decimal lower, decimal upper) => new()
    {
        Metric = metric, Dimension = null, Member = null, MadeAt = SampleFigures.Now, Granularity = Granularity.Month, Periods = 40,
        Points = [new(new(2026, 11, 1), mean, lower, upper)], Reason = "The best of five.",
    };
}
