using Sophia.Core.Analytics.Sales.Waterfall;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Predictions;

public sealed class SalesFiguresTests
{
    private static readonly DateRange s_quarter = new(new(2026, 1, 1), new(2026, 3, 31));
    private static readonly MetricFilter[] s_emea = [new(Dimension.Region, ["EMEA"])];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_promised_raised_lowered_and_deleted_since_the_quarter_began_has_its_own_step()
    {
        await using var host = await DataHost.StartAsync();
        host.Clock.Now = Day("2025-12-20");
        await host.LearnAsync(
        [
            .. Stages, Account("a", "EMEA"), Account("b", "Americas"),
            Promised("raised", 100, "2026-02-01"), Promised("lowered", 200, "2026-02-01") with { AccountId = "b" },
            Promised("pushed", 300, "2026-02-01"), Promised("pulled", 400, "2026-05-01"),
            Promised("deleted", 500, "2026-03-01"), Promised("later", 600, "2026-06-01"),
        ]);
        host.Clock.Now = Day("2026-02-10");
        await host.LearnAsync(
            Promised("raised", 150, "2026-02-01") with { SourceVersion = 2 },
            Promised("lowered", 170, "2026-02-01") with { SourceVersion = 2, AccountId = "b" },
            Promised("pushed", 300, "2026-04-02") with { SourceVersion = 2 },
            Promised("pulled", 400, "2026-03-30") with { SourceVersion = 2 },
            // Of a deleted deal HubSpot says no more than its id.
            new Deal
            {
                Key = new(FactsAsJson.Connection, "deleted"), SourceVersion = 2, IsRemoved = true, Name = null, Amount = null, ProductLine = null, OwnerId = null,
                AccountId = null, StageId = "", CreatedAt = DateTimeOffset.UnixEpoch, ClosedAt = null, StageHistory = [],
            },
            Deal("won", 70, (New, "2026-01-10"), (Won, "2026-02-09")));
        host.Clock.Now = Day("2026-02-11");

        var figures = host.Get<SalesFigures>();
        var all = await figures.ReadWaterfallAsync(s_quarter, WaterfallScope.Period, [], Cancelled);
        var emea = await figures.ReadWaterfallAsync(s_quarter, WaterfallScope.Period, s_emea, Cancelled);

        Assert.Equal(
            new PipelineWaterfall
            {
                Start = 1100, New = 70, Reopened = 0, PulledIn = 400, Raised = 50, Lowered = 30, PushedOut = 300, Won = 70, Lost = 0, Removed = 500, End = 720,
            },
            all.Waterfall);
        Assert.Equal(all.Waterfall!.End, all.Waterfall.Reconciled);
        Assert.Equal((6, 0), (all.OpenAtStart, all.FirstHeardLater));
        Assert.Equal(all.Waterfall with { Start = 900, Lowered = 0, End = 550 }, emea.Waterfall);
        Assert.Equal(["region:EMEA"], emea.Filters);
    }

    [Fact]
    public async Task Deals_that_were_heard_of_later_are_counted_by_their_stages_and_said_to_be()
    {
        await using var host = await DataHost.StartAsync();
        host.Clock.Now = Day("2026-03-15");
        await host.LearnAsync([.. Stages, Deal("open", 80, (New, "2025-12-01")), Deal("won", 90, (New, "2025-11-01"), (Won, "2026-02-01")), Deal("old", 10, (New, "2025-01-01"), (Lost, "2025-02-01"))]);

        var answer = await host.Get<SalesFigures>().ReadWaterfallAsync(s_quarter, WaterfallScope.All, [], Cancelled);

        Assert.Equal((170m, 90m, 80m), (answer.Waterfall!.Start, answer.Waterfall.Won, answer.Waterfall.End));
        Assert.Equal((2, 2), (answer.OpenAtStart, answer.FirstHeardLater));
    }

    [Fact]
    public async Task Coverage_holds_the_promised_pipeline_against_what_is_still_to_be_won()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(
        [
            .. Stages, Account("a", "EMEA"),
            Deal("last year", 1_000, (New, "2025-01-01"), (Won, "2025-02-01")), Deal("lost", 3_000, (New, "2025-05-01"), (Lost, "2025-06-01")),
            Deal("won", 400, (New, "2026-01-01"), (Won, "2026-02-01")), Promised("open", 1_500, "2026-03-30"), Promised("next", 9_999, "2026-04-01"),
        ]);

        var figures = host.Get<SalesFigures>();
        var usual = await figures.ReadCoverageAsync(null, s_emea, Cancelled);
        var given = await figures.ReadCoverageAsync(400, [], Cancelled);

        Assert.Equal((1_000m, false, 400m), (usual.Target, usual.TargetIsGiven, usual.Won));
        Assert.Equal((600m, 1_500m, 2.5m, 4m, false), (usual.Coverage!.Remaining, usual.Coverage.Pipeline, usual.Coverage.Ratio, usual.Coverage.Needed, usual.Coverage.IsEnough));
        Assert.Equal((true, 0m, true), (given.TargetIsGiven, given.Coverage!.Remaining, given.Coverage.IsEnough));
    }

    [Fact]
    public async Task A_company_that_nothing_is_known_of_has_no_waterfall_and_no_target()
    {
        await using var host = await DataHost.StartAsync();
        var figures = host.Get<SalesFigures>();

        Assert.Null((await figures.ReadWaterfallAsync(s_quarter, WaterfallScope.All, [], Cancelled)).Waterfall);
        Assert.Null((await figures.ReadCoverageAsync(null, [], Cancelled)).Coverage);
    }

    private static Deal Promised(string id, decimal amount, string day) => Deal(id, amount, (New, "2025-12-01")) with { ClosedAt = Day(day) };
}
