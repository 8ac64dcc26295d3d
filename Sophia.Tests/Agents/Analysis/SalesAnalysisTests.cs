using Microsoft.Extensions.Options;
using Sophia.Agents.Analysis;
using Sophia.Core.Facts;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Tests.Agents.Analysis;

public sealed class SalesAnalysisTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_open_deal_gets_a_chance_and_a_won_one_keeps_the_last_before()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        var analysis = company.Get<SalesAnalysis>();
        await analysis.RunOnceAsync(Cancelled);

        var open = await company.Get<DealPredictions>().ReadOpenAsync(Cancelled);
        Assert.Equal(company.Deals.Where(IsOpen).Select(static deal => deal.Key).ToHashSet(), open);

        var deal = company.Deals.First(IsOpen);
        var before = await company.RowsAsync(ChanceOf(deal));
        var won = company.Clock.Now.AddSeconds(30);
        await company.HearAsync(deal with
        {
            SourceVersion = 2, StageId = "closedwon", ClosedAt = won, StageHistory = [.. deal.StageHistory, new("closedwon", won)],
        });
        await analysis.RunOnceAsync(Cancelled);

        Assert.Equal(before, await company.RowsAsync(ChanceOf(deal)));
        Assert.Equal(["(won)"], await company.RowsAsync($"SELECT outcome FROM deal_prediction WHERE external_id = '{deal.Key.ExternalId}'"));
    }

    [Fact]
    public async Task A_new_deal_is_scored_in_the_next_round_and_after_a_restart_by_the_same_model()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        await company.Get<SalesAnalysis>().RunOnceAsync(Cancelled);
        var model = await company.Get<PredictionModels>().FindNewestAsync(SalesAnalysis.WinModelKind, PredictionJson.Default.WinModel, Cancelled);

        await company.HearAsync(Opened(company, "new-1"));
        await company.Get<SalesAnalysis>().RunOnceAsync(Cancelled);
        await company.HearAsync(Opened(company, "new-2"));
        await Restarted(company).RunOnceAsync(Cancelled);

        Assert.Equal(
            [$"(new-1,{model!.Model.Version})", $"(new-2,{model.Model.Version})"],
            await company.RowsAsync("SELECT external_id, model_version FROM deal_prediction WHERE external_id LIKE 'new-%' ORDER BY 1"));
    }

    [Fact]
    public async Task A_stored_model_gives_the_stored_chance_again()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        await company.Get<SalesAnalysis>().RunOnceAsync(Cancelled);

        var stored = await company.Get<PredictionModels>().FindNewestAsync(SalesAnalysis.WinModelKind, PredictionJson.Default.WinModel, Cancelled);
        var history = await company.Get<SalesFacts>().ReadHistoryAsync(company.Clock.Now, Cancelled);
        var again = history.Open.ToDictionary(
            static course => course.Deal.Key.ExternalId, course => stored!.Model.Score(course, company.Clock.Now).Probability, StringComparer.Ordinal);

        var rows = await company.RowsAsync("SELECT external_id, win_probability FROM deal_prediction");
        Assert.Equal(again.Count, rows.Count);
        Assert.All(rows, row =>
        {
            var cells = row.Trim('(', ')').Split(',');
            Assert.Equal(again[cells[0]], double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), 1e-12);
        });
    }

    [Fact]
    public async Task With_too_few_deals_it_says_why_there_are_no_chances()
    {
        await using var company = await LearntCompany.StartAsync(deals: 40);

        await company.Get<SalesAnalysis>().RunOnceAsync(Cancelled);

        var run = await company.Get<AnalysisRuns>().FindAsync(SalesAnalysis.Name, Cancelled);
        Assert.Contains("30 of each", run!.Declined, StringComparison.Ordinal);
        Assert.Empty(await company.RowsAsync("SELECT 1 FROM deal_prediction"));
    }

    private static SalesAnalysis Restarted(LearntCompany company) => new(
        company.Get<SalesFacts>(), company.Get<PredictionModels>(), company.Get<DealPredictions>(), company.Get<DealWarningSettings>(), company.Get<Findings>(),
        company.Get<AnalysisRuns>(), company.Get<IOptions<AnalysisOptions>>(), company.Clock);

    private static Deal Opened(LearntCompany company, string id)
    {
        var like = company.Deals.First(IsOpen);
        return like with
        {
            Key = like.Key with { ExternalId = id }, CreatedAt = company.Clock.Now, StageId = like.StageHistory[0].StageId,
            StageHistory = [like.StageHistory[0] with { EnteredAt = company.Clock.Now }],
        };
    }

    private static bool IsOpen(Deal deal) => deal.StageId is not ("closedwon" or "closedlost");

    private static string ChanceOf(Deal deal) =>
        $"SELECT win_probability, scored_at FROM deal_prediction WHERE external_id = '{deal.Key.ExternalId}'";
}
