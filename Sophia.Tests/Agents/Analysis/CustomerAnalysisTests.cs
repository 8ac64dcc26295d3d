using Sophia.Agents.Analysis;
using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Facts;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Tests.Agents.Analysis;

public sealed class CustomerAnalysisTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customers_are_listed_from_worst_to_best_with_reasons_and_those_who_left_apart()
    {
        await using var company = await LearntCompany.StartAsync(deals: 3_000);
        await company.Get<CustomerAnalysis>().RunOnceAsync(Cancelled);

        var outlooks = company.Get<CustomerOutlooks>();
        var present = await outlooks.ReadAsync(region: null, band: null, left: false, expansion: false, after: null, limit: 200, Cancelled);

        Assert.NotEmpty(present);
        var scores = present.Select(static customer => customer.Prediction.Health.Score ?? CustomerOutlookKey.Unknown).ToArray();
        Assert.Equal(scores.Order(), scores);
        Assert.All(present, static customer =>
        {
            Assert.Null(customer.Prediction.LeftAt);
            var health = customer.Prediction.Health;
            Assert.Equal(health.Score ?? 0, health.Components.Sum(static component => component.Points ?? 0), 1e-9);
            Assert.Null(health.Components.Single(static component => component.Component is HealthComponent.Usage).Score);
        });
        Assert.Contains(present, static customer => customer.Prediction.Churn is not null);
    }

    [Fact]
    public async Task Whoever_is_scored_is_compared_with_those_who_taught_the_model()
    {
        await using var company = await LearntCompany.StartAsync(deals: 3_000);
        var quality = company.Get<PredictionQualityReader>();
        Assert.Null((await quality.ReadAsync(Cancelled)).CustomersDrift);

        await company.Get<CustomerAnalysis>().RunOnceAsync(Cancelled);

        var told = await quality.ReadAsync(Cancelled);
        var drift = told.CustomersDrift!;
        Assert.Equal((told.Customers!.Version, company.Clock.Now), (drift.ModelVersion, drift.MeasuredAt));
        Assert.Equal(await company.RowsAsync("SELECT count(*) FROM customer_prediction WHERE left_at IS NULL"), [$"({drift.Customers})"]);
        Assert.Equal(drift.Columns.OrderByDescending(static column => column.StabilityIndex), drift.Columns);
        Assert.Contains(drift.Columns, static column => column.Column == "days since last purchase");

        // With what is heard of them the customers are scored and compared anew.
        await company.HearAsync(company.Deals[0] with { Amount = company.Deals[0].Amount + 1 });
        company.Clock.Now += TimeSpan.FromMinutes(15);
        await company.Get<CustomerAnalysis>().RunOnceAsync(Cancelled);
        Assert.Equal((drift.ModelVersion, company.Clock.Now), (await quality.ReadAsync(Cancelled)).CustomersDrift is { } later ? (later.ModelVersion, later.MeasuredAt) : default);
    }

    [Fact]
    public async Task A_customer_who_has_left_keeps_the_last_score_and_one_who_comes_back_is_scored_anew()
    {
        await using var company = await LearntCompany.StartAsync(deals: 3_000);
        var analysis = company.Get<CustomerAnalysis>();
        await analysis.RunOnceAsync(Cancelled);
        var outlooks = company.Get<CustomerOutlooks>();
        var before = await outlooks.ReadAsync(region: null, band: null, left: false, expansion: false, after: null, limit: 200, Cancelled);

        company.Clock.Now += TimeSpan.FromDays(366);
        await analysis.RunOnceAsync(Cancelled);

        Assert.Empty(await outlooks.ReadAsync(region: null, band: null, left: false, expansion: false, after: null, limit: 1, Cancelled));
        var gone = await outlooks.FindAsync(before[0].Connection, before[0].Id, Cancelled);
        Assert.NotNull(gone!.Prediction.LeftAt);
        Assert.Equal(before[0].Prediction.Health.Score, gone.Prediction.Health.Score);
        Assert.Equal(before[0].Prediction.ScoredAt, gone.Prediction.ScoredAt);

        var last = company.Deals.First(deal => deal.AccountId == gone.Id);
        var won = company.Clock.Now.AddDays(1);
        company.Clock.Now = won.AddDays(1);
        await company.HearAsync(last with
        {
            Key = last.Key with { ExternalId = "back" }, StageId = "closedwon", CreatedAt = won.AddDays(-1), ClosedAt = won,
            StageHistory = [last.StageHistory[0] with { EnteredAt = won.AddDays(-1) }, new("closedwon", won)],
        });
        await analysis.RunOnceAsync(Cancelled);

        var back = Assert.Single(await outlooks.ReadAsync(region: null, band: null, left: false, expansion: false, after: null, limit: 5, Cancelled));
        Assert.Equal(gone.Id, back.Id);
    }

    [Fact]
    public async Task Without_customers_it_says_why_nobodys_risk_is_known()
    {
        await using var company = await LearntCompany.StartEmptyAsync();
        await company.Get<CustomerAnalysis>().RunOnceAsync(Cancelled);

        var quality = await company.Get<PredictionQualityReader>().ReadAsync(Cancelled);
        Assert.Null(quality.Customers);
        Assert.Contains("at least 10 must have left", quality.CustomersDeclined, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_want_more_is_healthy_buys_more_than_before_and_is_told_what_its_peers_have()
    {
        await using var company = await LearntCompany.StartAsync(deals: 3_000);
        await company.Get<CustomerAnalysis>().RunOnceAsync(Cancelled);

        var outlooks = company.Get<CustomerOutlooks>();
        var all = await outlooks.ReadAsync(region: null, band: null, left: false, expansion: false, after: null, limit: 1_000, Cancelled);
        var candidates = await outlooks.ReadAsync(region: null, band: null, left: false, expansion: true, after: null, limit: 1_000, Cancelled);

        Assert.NotEmpty(candidates);
        Assert.Equal(all.Count(static customer => customer.Prediction.Expansion is not null), candidates.Count);
        var deals = company.Deals.ToLookup(static deal => deal.AccountId, StringComparer.Ordinal);
        Assert.All(candidates, customer =>
        {
            var said = customer.Prediction.Expansion!;
            var own = deals[customer.Id].ToArray();
            Assert.Equal(HealthBand.Healthy, customer.Prediction.Health.Band);
            Assert.False(customer.Prediction.Churn!.IsAboveTypical);
            Assert.DoesNotContain(own, static deal => deal.StageId is not ("closedwon" or "closedlost"));
            Assert.DoesNotContain(own, deal => deal.StageId is "closedwon" && deal.ProductLine == said.ProductLine);
            Assert.Equal(own.Where(deal => IsWonIn(deal, 365, 0)).Sum(static deal => deal.Amount), said.Bought);
            Assert.Equal(own.Where(deal => IsWonIn(deal, 730, 365)).Sum(static deal => deal.Amount), said.BoughtBefore);
            Assert.True(said.Bought > said.BoughtBefore && said.PeersWith <= said.Peers);
        });

        bool IsWonIn(Deal deal, int from, int to) => deal.StageId is "closedwon"
            && (company.Clock.Now - deal.StageHistory[^1].EnteredAt).TotalDays is var days && days < from && days >= to;
    }
}
