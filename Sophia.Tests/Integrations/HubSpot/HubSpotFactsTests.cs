using System.Text;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Integrations.HubSpot;
using Sophia.Integrations.HubSpot.Facts;

namespace Sophia.Tests.Integrations.HubSpot;

public sealed class HubSpotFactsTests
{
    [Fact]
    public void A_deal_with_everything_becomes_a_fact_with_everything()
    {
        var deal = Deal("""
            {"id":"42","archived":false,"createdAt":"2025-01-01T00:00:00.000Z",
             "associations":{"companies":["7","8"]},
             "properties":{"dealname":"Fleet","amount":"900","amount_in_home_currency":"1234.56","deal_currency_code":"EUR","closedate":"2025-03-01T12:00:00.000Z",
               "pipeline":"default","dealstage":"closedwon","createdate":"2025-01-02T00:00:00.000Z","hubspot_owner_id":"5","product_line":"Platform"},
             "propertiesWithHistory":{"dealstage":[
               {"value":"closedwon","timestamp":"2025-03-01T12:00:00.000Z"},{"value":"qualified","timestamp":"2025-02-01T00:00:00.000Z"},
               {"value":"new","timestamp":"2025-01-02T00:00:00.000Z"}]}}
            """);

        Assert.Equal(new FactKey("hubspot", "42"), deal!.Key);
        Assert.Equal(17, deal.SourceVersion);
        Assert.False(deal.IsRemoved);
        Assert.Equal(("Fleet", 1234.56m, "Platform", "5", "7"), (deal.Name, deal.Amount, deal.ProductLine, deal.OwnerId, deal.AccountId));
        Assert.Equal(Utc(2025, 1, 2), deal.CreatedAt);
        Assert.Equal(Utc(2025, 3, 1, 12), deal.ClosedAt);
        Assert.Equal("default/closedwon", deal.StageId);
        Assert.Equal(
            [new("default/new", Utc(2025, 1, 2)), new("default/qualified", Utc(2025, 2, 1)), new("default/closedwon", Utc(2025, 3, 1, 12))],
            deal.StageHistory);
    }

    [Fact]
    public void What_HubSpot_leaves_open_stays_open()
    {
        var deal = Deal("""{"id":"42","properties":{"dealname":"","amount":"a lot","closedate":"soon","pipeline":"default","dealstage":"new","createdate":"2025-01-02T00:00:00Z"}}""");

        Assert.Null(deal!.Name);
        Assert.Null(deal.Amount);
        Assert.Null(deal.ClosedAt);
        Assert.Null(deal.ProductLine);
        Assert.Null(deal.OwnerId);
        Assert.Null(deal.AccountId);
    }

    [Fact]
    public void A_deal_without_history_has_been_in_its_stage_since_it_was_opened()
    {
        var deal = Deal("""{"id":"42","properties":{"pipeline":"default","dealstage":"new","createdate":"1735776000000"}}""");

        Assert.Equal(new StageEntry("default/new", Utc(2025, 1, 2)), Assert.Single(deal!.StageHistory));
    }

    [Theory]
    [InlineData("""{"id":"42","properties":{"pipeline":"default","createdate":"2025-01-02T00:00:00Z"}}""")]
    [InlineData("""{"id":"42","properties":{"dealstage":"new","createdate":"2025-01-02T00:00:00Z"}}""")]
    [InlineData("""{"id":"42","properties":{"pipeline":"default","dealstage":"new"}}""")]
    [InlineData("""{"id":"42"}""")]
    public void A_deal_that_could_be_counted_nowhere_is_no_fact(string json) => Assert.Null(Deal(json));

    [Theory]
    [InlineData("EUR", null)]
    [InlineData("USD", 900)]
    [InlineData(null, 900)]
    public void An_amount_counts_only_in_the_home_currency(string? currency, int? expected)
    {
        var code = currency is null ? "null" : $"\"{currency}\"";
        var deal = Deal($$$"""{"id":"42","properties":{"amount":"900","deal_currency_code":{{{code}}},"pipeline":"default","dealstage":"new","createdate":"2025-01-02T00:00:00Z"}}""");

        Assert.Equal(expected, (int?)deal!.Amount);
    }

    [Fact]
    public void A_stage_belongs_to_the_pipeline_that_the_deal_was_in_at_the_time()
    {
        var deal = Deal("""
            {"id":"42","properties":{"pipeline":"renewals","dealstage":"77","createdate":"2025-01-02T00:00:00Z"},
             "propertiesWithHistory":{
               "pipeline":[{"value":"renewals","timestamp":"2025-02-01T00:00:00Z"},{"value":"default","timestamp":"2025-01-02T00:00:00Z"}],
               "dealstage":[{"value":"77","timestamp":"2025-02-01T00:00:00Z"},{"value":"new","timestamp":"2025-01-02T00:00:00Z"},{"value":"","timestamp":"2025-01-01T00:00:00Z"}]}}
            """);

        Assert.Equal([new("default/new", Utc(2025, 1, 2)), new("renewals/77", Utc(2025, 2, 1))], deal!.StageHistory);
    }

    [Fact]
    public void A_deleted_deal_is_removed()
    {
        var deal = Deal("""{"archived":true,"id":"42"}""");

        Assert.True(deal!.IsRemoved);
    }

    [Fact]
    public void A_company_becomes_an_account()
    {
        var account = Assert.IsType<Account>(Assert.Single(Map("hubspot.company", "7", """{"id":"7","archived":false,"properties":{"name":"Acme","region":"EMEA","segment":null}}""")));

        Assert.Equal(("Acme", "EMEA", null), (account.Name, account.Region, account.Segment));
    }

    [Theory]
    [InlineData("true", "1.0", true, true)]
    [InlineData("true", "0.0", true, false)]
    [InlineData("false", "1.0", false, false)]
    [InlineData("false", "0.4", false, false)]
    public void A_stage_is_won_when_it_is_closed_and_certain(string closed, string probability, bool isClosed, bool isWon)
    {
        var stage = Assert.IsType<DealStage>(Assert.Single(Map(
            "hubspot.stage",
            "default/x",
            $$$$"""{"pipelineId":"default","stage":{"id":"x","label":"A label","displayOrder":3,"metadata":{"isClosed":"{{{{closed}}}}","probability":"{{{{probability}}}}"}}}""")));

        Assert.Equal(("default", "A label", 3, isClosed, isWon), (stage.PipelineId, stage.Label, stage.Order, stage.IsClosed, stage.IsWon));
    }

    [Fact]
    public void A_stage_without_a_probability_means_nothing() =>
        Assert.Empty(Map("hubspot.stage", "default/x", """{"pipelineId":"default","stage":{"id":"x","label":"A label","displayOrder":3,"metadata":{"isClosed":"true"}}}"""));

    [Fact]
    public void A_notification_is_no_fact() =>
        Assert.Empty(Map("hubspot.notification", "1", """{"eventId":1,"objectId":42}"""));

    private static DateTimeOffset Utc(int year, int month, int day, int hour = 0) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private static Deal? Deal(string json) => (Deal?)Map("hubspot.deal", "42", json).SingleOrDefault();

    private static IReadOnlyList<Fact> Map(string kind, string id, string json) =>
        new HubSpotFacts(Options.Create(new HubSpotOptions { HomeCurrency = "USD" })).Map(new LoggedEvent
        {
            Position = new LogPosition(1, 1),
            Stream = new StreamName("hubspot", kind, id),
            SourceVersion = kind == "hubspot.stage" ? null : 17,
            RecordedAt = Utc(2026, 1, 1),
            Payload = Encoding.UTF8.GetBytes(json),
        });
}
