using Sophia.Agents.Analysis;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Data.Metrics;
using Sophia.Data.Predictions;

namespace Sophia.Tests.Agents.Analysis;

public sealed class PipelineHistoryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_waterfall_of_every_quarter_leads_to_the_cent_from_one_open_pipeline_to_the_next()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        var figures = company.Get<SalesFigures>();
        var today = DateOnly.FromDateTime(company.Clock.Now.UtcDateTime);
        MetricFilter[][] choices = [[], [new(Dimension.Region, ["EMEA"])]];
        foreach (var filters in choices)
        {
            for (var first = new DateOnly(2025, 10, 1); first < new DateOnly(2026, 11, 1); first = first.AddMonths(3))
            {
                var quarter = SalesFigures.QuarterOf(first);
                var answer = await figures.ReadWaterfallAsync(quarter, WaterfallScope.All, filters, Cancelled);
                var promised = await figures.ReadWaterfallAsync(quarter, WaterfallScope.Period, filters, Cancelled);

                Assert.Equal(await OpenAsync(company, first.AddDays(-1), filters), answer.Waterfall!.Start);
                Assert.Equal(await OpenAsync(company, quarter.To < today ? quarter.To : today, filters), answer.Waterfall.End);
                Assert.Equal(answer.Waterfall.End, answer.Waterfall.Reconciled);
                Assert.Equal(promised.Waterfall!.End, promised.Waterfall.Reconciled);
                Assert.True(promised.Waterfall.Won > 0 && promised.Waterfall.End <= answer.Waterfall.End);
            }
        }
    }

    [Fact]
    public async Task How_long_deals_take_is_told_for_all_and_by_segment()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        await new CycleAnalysis(
            company.Get<SalesFacts>(), company.Get<AnalysisResults>(), company.Get<AnalysisSchedule>(), company.Get<AnalysisRuns>()).RunOnceAsync(Cancelled);

        var answer = await company.Get<AnalysisResults>().FindAsync(AnalysisResults.Cycles, PredictionJson.Default.CycleAnswer, Cancelled);

        Assert.Equal(company.Clock.Now, answer!.MadeAt);
        Assert.Null(answer.Cycles[0].Segment);
        Assert.Equal(company.Deals.Count, answer.Cycles[0].Deals);
        Assert.True(answer.Cycles.Count > 2);
        Assert.Equal(answer.Cycles[0].Deals, answer.Cycles.Skip(1).Sum(static cycle => cycle.Deals));
        Assert.All(answer.Cycles, static cycle =>
        {
            var days = cycle.Quantiles.Select(static quantile => quantile.Days!.Value).ToArray();
            Assert.Equal(days.Order(), days);
            Assert.True(days[2] > 1);
        });
    }

    private static async Task<decimal> OpenAsync(LearntCompany company, DateOnly day, MetricFilter[] filters)
    {
        var answer = await company.Get<MetricReader>().ReadAsync(
            new() { Metrics = [MetricCatalog.Find("pipeline.open")!], Range = new(day, day), Granularity = Granularity.Day, Filters = filters }, Cancelled);
        return answer.Metrics[0].Value!.Value;
    }
}
