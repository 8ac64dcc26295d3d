using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Analytics.Sales.Winning;
using Sophia.Core.Facts;
using Sophia.Core.Predictions;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Customers;
using Sophia.Web.Deals;
using Sophia.Web.Predictions;

namespace Sophia.Tests.Web.Predictions;

[InLanguage("en")]
public sealed class ReasonTests
{
    [Fact]
    public void Steps_lead_from_the_usual_probability_to_the_deals_own_without_a_gap()
    {
        // More reasons than are shown one by one.
        var reasons = Enumerable.Range(1, 12).Select(static one => ($"reason {one}", (string?)null, one % 2 == 0 ? 0.1 * one : -0.07 * one)).ToArray();

        var steps = ReasonStep.Of(-0.8, reasons, "the rest");

        Assert.Equal(8, steps.Count);
        Assert.Equal("the rest", steps[^1].Label);
        Assert.Equal(ReasonStep.Probability(-0.8), steps[0].From, 12);
        Assert.All(steps.Zip(steps.Skip(1)), static pair => Assert.Equal(pair.First.To, pair.Second.From, 12));
        Assert.Equal(ReasonStep.Probability(-0.8 + reasons.Sum(static reason => reason.Item3)), steps[^1].To, 12);
    }

    [Fact]
    public void All_sellers_of_the_model_are_one_reason_and_it_adds_up()
    {
        var deal = Deal() with { Prediction = Prediction(new("seller 7", 0.4), new("seller 8", -0.1), new("region EMEA", 0.2), new("time in stage", -0.3)) };

        var reasons = DealText.Reasons(PageTexts.All, deal, SampleFigures.Now).ToArray();

        Assert.Equal("Seller, Region, Time in its stage", string.Join(", ", reasons.Select(static reason => reason.Label)));
        Assert.Equal("EMEA", reasons[1].Detail);
        Assert.Equal(0.2, reasons.Sum(static reason => reason.LogOdds), 12);
    }

    [Fact]
    public async Task A_deal_says_chance_end_slip_risk_and_warnings_and_one_without_prediction_says_so()
    {
        var page = await Rendered.AsAsync<DealsTable>((nameof(DealsTable.Deals), new[] { Deal() with { Prediction = Prediction() }, Deal() with { Id = "2", Name = null } }));

        var rows = page.Find("deals-table").Rows();
        Assert.Equal(["Large one Acme · EMEA · Qualified", "$120,000", "31.0%", "1 Dec 202624 Nov 2026 to 20 Jan 2027", "95.0%", "Promised date passed"], rows[1]);
        Assert.StartsWith("2 ", rows[2][0], StringComparison.Ordinal);
        Assert.StartsWith("Not judged yet", rows[2][^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_health_has_no_score_and_says_what_is_missing()
    {
        var health = CustomerHealth.Assess(
            [new(HealthComponent.Engagement, "open deals", 1, 0, 2)],
            new("2026-1", new Dictionary<HealthComponent, double> { [HealthComponent.Engagement] = 0.25, [HealthComponent.Contract] = 0.75 }));

        var page = await Rendered.AsAsync<HealthPanel>((nameof(HealthPanel.Health), health));

        Assert.Equal("—", page.Find("health-score").Words());
        Assert.Contains("Too little is known to say: 25.0% of the weight rests on something known, 60% are needed. Missing: Usage, Support, Sentiment, Contract.", page.Find("health").Words(), StringComparison.Ordinal);
        Assert.Equal("Open deals 1 0 to 2 50", page.Find("component-Engagement").QuerySelectorAll("tr")[1].Words());
    }

    private static DealOutlook Deal() => new()
    {
        Connection = "hubspot", Id = "1", Name = "Large one", Account = "Acme", Region = "EMEA", SellerId = "7", Stage = "Qualified", Amount = 120_000, Currency = "USD",
        PromisedAt = SampleFigures.Now.AddDays(-3), CreatedAt = SampleFigures.Now.AddDays(-40), Prediction = null,
    };

    private static DealPrediction Prediction(params WinReason[] reasons) => new()
    {
        ModelVersion = "abc",
        ScoredAt = SampleFigures.Now,
        Chance = new(0.31, -0.8, -1, reasons),
        Close = new(SampleFigures.Now.AddDays(9), SampleFigures.Now.AddDays(2), SampleFigures.Now.AddDays(59), 0.95, 300),
        Warnings = [new(new FactKey("hubspot", "1"), DealWarningKind.CloseDatePassed, 3, 0, "Promised for 2026-11-19, 3 days ago.")],
    };
}
