using Sophia.Agents.Analysis;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Tests.Agents.Analysis;

public sealed class DealOutlookTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_open_deals_go_from_large_to_small_and_hold_each_once_with_its_chance()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        await company.Get<SalesAnalysis>().RunOnceAsync(Cancelled);
        var outlooks = company.Get<DealOutlooks>();

        List<DealOutlook> read = [];
        DealOutlookKey? after = null;
        while (await outlooks.ReadAsync(region: null, warning: null, after, limit: 17, Cancelled) is { Count: > 0 } page)
        {
            read.AddRange(page);
            after = new(page[^1].Amount ?? 0, page[^1].Connection, page[^1].Id);
        }

        var open = company.Deals.Where(static deal => deal.StageId is not ("closedwon" or "closedlost")).ToArray();
        Assert.Equal(open.Select(static deal => deal.Key.ExternalId).ToHashSet(StringComparer.Ordinal), read.Select(static deal => deal.Id).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(open.Length, read.Count);
        Assert.Equal(read.Select(static deal => deal.Amount).OrderDescending(), read.Select(static deal => deal.Amount));
        Assert.All(read, static deal => Assert.Equal(
            deal.Prediction!.Chance.LogOdds, deal.Prediction.Chance.Baseline + deal.Prediction.Chance.Reasons.Sum(static reason => reason.LogOdds), 1e-9));
    }

    [Fact]
    public async Task Deals_can_be_picked_by_warning_and_the_models_quality_is_told()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        await company.Get<SalesAnalysis>().RunOnceAsync(Cancelled);

        var outlooks = company.Get<DealOutlooks>();
        var all = await outlooks.ReadAsync(region: null, warning: null, after: null, limit: 1_500, Cancelled);
        var kind = all.SelectMany(static deal => deal.Prediction!.Warnings).First().Kind;
        var name = char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
        var warned = await outlooks.ReadAsync(region: null, name, after: null, limit: 1_500, Cancelled);
        var quality = await company.Get<PredictionQualityReader>().ReadAsync(Cancelled);

        Assert.Equal(all.Count(deal => deal.Prediction!.Warnings.Any(warning => warning.Kind == kind)), warned.Count);
        Assert.InRange(quality.Deals!.HeldOut.Auc, 0.6, 1);
        Assert.Equal(0, quality.Deals.Decided);
        Assert.Null(quality.Deals.TrackRecord);
    }

    [Fact]
    public async Task A_warning_that_is_switched_off_is_gone_at_once_and_looked_for_again_when_it_is_switched_on()
    {
        await using var company = await LearntCompany.StartAsync(deals: 1_500);
        var analysis = company.Get<SalesAnalysis>();
        await analysis.RunOnceAsync(Cancelled);
        var before = await CountAsync(company);
        var kind = before.Keys.First();
        var rest = before.Where(one => one.Key != kind).ToDictionary();

        await SwitchAsync(company, kind, on: false);
        Assert.Equal(rest, await CountAsync(company));
        Assert.Empty(await company.Get<DealOutlooks>().ReadAsync(region: null, DealWarningSettings.KeyOf(kind), after: null, limit: 10, Cancelled));

        var warned = company.Deals.Where(static deal => deal.StageId is not ("closedwon" or "closedlost")).Select(static deal => deal with { SourceVersion = 2, Name = $"{deal.Name}, renamed" });
        await company.HearAsync(warned);
        await analysis.RunOnceAsync(Cancelled);
        Assert.Equal(["(0)"], await company.RowsAsync(
            $$"""SELECT count(*) FROM deal_prediction WHERE content -> 'warnings' @> '[{"kind": "{{DealWarningSettings.KeyOf(kind)}}"}]'"""));

        await SwitchAsync(company, kind, on: true);
        Assert.True((await FindAsync(company, kind)).IsAwaited);
        await analysis.RunOnceAsync(Cancelled);

        Assert.Equal(before, await CountAsync(company));
        var setting = await FindAsync(company, kind);
        Assert.Equal((true, company.Clock.Now, "Ada", false), (setting.On, setting.ChangedAt, setting.ChangedBy, setting.IsAwaited));
    }

    private static async Task<DealWarningSetting> FindAsync(LearntCompany company, DealWarningKind kind) =>
        (await company.Get<DealWarningSettings>().ReadAsync(Cancelled)).Single(one => one.Kind == kind);

    private static Task SwitchAsync(LearntCompany company, DealWarningKind kind, bool on) =>
        company.Get<DealWarningSettings>().SetAsync(new(kind, on, company.Clock.Now, "Ada"), Cancelled);

    private static async Task<Dictionary<DealWarningKind, int>> CountAsync(LearntCompany company) =>
        (await company.Get<DealOutlooks>().ReadAsync(region: null, warning: null, after: null, limit: 1_500, Cancelled))
            .SelectMany(static deal => deal.Prediction!.Warnings).CountBy(static warning => warning.Kind).ToDictionary();
}
