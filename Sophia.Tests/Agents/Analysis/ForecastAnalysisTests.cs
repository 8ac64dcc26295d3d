using Sophia.Agents.Analysis;
using Sophia.Core.Metrics;
using Sophia.Data.Predictions;

namespace Sophia.Tests.Agents.Analysis;

public sealed class ForecastAnalysisTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_regions_forecasts_add_up_to_the_companys_and_say_how_good_they_have_been()
    {
        await using var company = await LearntCompany.StartAsync(deals: 3_000);
        await company.Get<ForecastAnalysis>().RunOnceAsync(Cancelled);

        var forecasts = company.Get<MetricForecasts>();
        var whole = Assert.Single(await forecasts.ReadNewestAsync(["revenue.won"], dimension: null, Cancelled));
        var regions = await forecasts.ReadNewestAsync(["revenue.won"], Dimension.Region, Cancelled);

        Assert.Equal(new DateOnly(2026, 11, 1), whole.Points[0].Start);
        Assert.Equal(6, whole.Points.Count);
        Assert.NotNull(whole.BackTest);
        Assert.True(regions.Count > 1);
        for (var month = 0; month < whole.Points.Count; month++)
        {
            // Each is rounded to the cent for itself.
            Assert.InRange(regions.Sum(region => region.Points[month].Mean) - whole.Points[month].Mean, -0.05m, 0.05m);
            Assert.True(whole.Points[month].Lower < whole.Points[month].Mean && whole.Points[month].Mean < whole.Points[month].Upper);
        }
    }

    [Fact]
    public async Task A_company_without_history_is_told_that_there_is_no_forecast_and_why()
    {
        await using var company = await LearntCompany.StartEmptyAsync();
        await company.Get<ForecastAnalysis>().RunOnceAsync(Cancelled);

        var revenue = Assert.Single(await company.Get<MetricForecasts>().ReadNewestAsync(["revenue.won"], dimension: null, Cancelled));
        Assert.Empty(revenue.Points);
        Assert.Contains("too few", revenue.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_won_deal_is_in_the_quarters_forecast_a_quarter_of_an_hour_later()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        var quarter = company.Get<QuarterAnalysis>();
        await quarter.RunOnceAsync(Cancelled);
        var before = await ReadWonAsync(company);

        var open = company.Deals.First(static deal => deal.StageId is not ("closedwon" or "closedlost"));
        company.Clock.Now += TimeSpan.FromMinutes(1);
        await company.HearAsync(open with
        {
            StageId = "closedwon", ClosedAt = company.Clock.Now, StageHistory = [.. open.StageHistory, new("closedwon", company.Clock.Now)],
        });
        await quarter.RunOnceAsync(Cancelled);
        Assert.Equal(before, await ReadWonAsync(company));

        company.Clock.Now += TimeSpan.FromMinutes(14);
        await quarter.RunOnceAsync(Cancelled);
        Assert.Equal(before + (double)open.Amount!.Value, await ReadWonAsync(company), 0.01);
    }

    [Fact]
    public async Task The_quarters_forecast_has_one_row_a_day()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        var quarter = company.Get<QuarterAnalysis>();
        await quarter.RunOnceAsync(Cancelled);
        await quarter.RunOnceAsync(Cancelled);

        var course = await company.Get<QuarterForecasts>().ReadAsync(new DateOnly(2026, 10, 1), Cancelled);
        var outlook = Assert.Single(course);
        Assert.NotNull(outlook.Forecast);
        Assert.True(outlook.Forecast.Quantile(0.1) <= outlook.Forecast.Quantile(0.9));
        Assert.True(outlook.Forecast.Quantile(0.05) >= (double)outlook.Forecast.Won);
    }

    private static async Task<double> ReadWonAsync(LearntCompany company) =>
        (double)Assert.Single(await company.Get<QuarterForecasts>().ReadAsync(new DateOnly(2026, 10, 1), Cancelled)).Forecast!.Won;
}
