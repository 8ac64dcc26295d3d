using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Sophia.Tests.Sandbox;

public sealed class HubSpotObjectTests
{
    [Fact]
    public async Task Paging_yields_each_deal_once_with_its_history_and_company()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var deals = await sandbox.ListAllAsync("/crm/v3/objects/deals?limit=50&properties=dealname,dealstage&propertiesWithHistory=dealstage,pipeline&associations=companies");

        Assert.Equal(400, deals.Count);
        Assert.Equal(400, deals.Select(deal => deal.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.All(deals, deal =>
        {
            var history = deal.GetProperty("propertiesWithHistory").GetProperty("dealstage").EnumerateArray().ToList();
            var moments = history.Select(change => change.GetProperty("timestamp").GetDateTimeOffset()).ToList();
            Assert.Equal(Property(deal, "dealstage"), history[0].GetProperty("value").GetString());
            Assert.Equal(moments.OrderDescending(), moments);
            Assert.Equal(
                deal.GetProperty("createdAt").GetString(),
                Assert.Single(deal.GetProperty("propertiesWithHistory").GetProperty("pipeline").EnumerateArray()).GetProperty("timestamp").GetString());
            Assert.Equal("deal_to_company", deal.GetProperty("associations").GetProperty("companies").GetProperty("results")[0].GetProperty("type").GetString());
        });
    }

    [Fact]
    public async Task Only_the_properties_asked_for_and_the_three_that_are_always_there_are_given_as_strings()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var page = await sandbox.GetAsync("/crm/v3/objects/deals?limit=1&properties=amount,no_such_property,product_line");

        var properties = page.GetProperty("results")[0].GetProperty("properties").EnumerateObject().ToList();
        Assert.Equal(["amount", "product_line", "createdate", "hs_lastmodifieddate", "hs_object_id"], properties.Select(property => property.Name), StringComparer.Ordinal);
        Assert.All(properties, property => Assert.Equal(JsonValueKind.String, property.Value.ValueKind));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", properties[3].Value.GetString());
    }

    [Theory]
    [InlineData("limit=101")]
    [InlineData("limit=51&propertiesWithHistory=dealstage")]
    [InlineData("limit=0")]
    [InlineData("after=here")]
    public async Task A_page_larger_than_HubSpot_gives_is_refused_in_its_error_shape(string query)
    {
        await using var sandbox = await SandboxHost.StartAsync();

        using var response = await sandbox.HubSpot.GetAsync($"/crm/v3/objects/deals?{query}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("error", "VALIDATION_ERROR"), (error.GetProperty("status").GetString(), error.GetProperty("category").GetString()));
        Assert.True(Guid.TryParse(error.GetProperty("correlationId").GetString(), out _));
    }

    [Fact]
    public async Task A_batch_answers_207_with_the_ids_that_are_not_there()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var known = (await sandbox.GetAsync("/crm/v3/objects/deals?limit=1")).GetProperty("results")[0].GetProperty("id").GetString();

        var (whole, _) = await sandbox.PostAsync("/crm/v3/objects/deals/batch/read", $$"""{"properties":["amount"],"inputs":[{"id":"{{known}}"}]}""");
        var (partial, body) = await sandbox.PostAsync(
            "/crm/v3/objects/deals/batch/read",
            $$"""{"properties":["amount"],"propertiesWithHistory":["dealstage"],"inputs":[{"id":"{{known}}"},{"id":"12"}]}""");

        Assert.Equal((200, 207), (whole, partial));
        Assert.Equal(known, Assert.Single(body.GetProperty("results").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(1, body.GetProperty("numErrors").GetInt32());
        Assert.Equal(["12"], body.GetProperty("errors")[0].GetProperty("context").GetProperty("ids").EnumerateArray().Select(id => id.GetString()), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(101, "")]
    [InlineData(51, "dealstage")]
    public async Task A_batch_larger_than_HubSpot_takes_is_refused(int inputs, string history)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var ids = string.Join(",", Enumerable.Range(1, inputs).Select(id => $$"""{"id":"{{id}}"}"""));
        var asked = history.Length > 0 ? $"\"{history}\"" : "";

        var (status, _) = await sandbox.PostAsync("/crm/v3/objects/deals/batch/read", $$"""{"propertiesWithHistory":[{{asked}}],"inputs":[{{ids}}]}""");

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Associations_in_a_batch_agree_with_the_listing()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var deals = (await sandbox.GetAsync("/crm/v3/objects/deals?limit=100&associations=companies")).GetProperty("results").EnumerateArray().ToList();
        var inputs = string.Join(",", deals.Select(deal => $$"""{"id":"{{deal.GetProperty("id").GetString()}}"}"""));

        var (status, body) = await sandbox.PostAsync("/crm/v4/associations/deals/companies/batch/read", $$"""{"inputs":[{{inputs}}]}""");

        Assert.Equal(200, status);
        Assert.Equal(
            deals.Select(deal => deal.GetProperty("associations").GetProperty("companies").GetProperty("results")[0].GetProperty("id").GetString()),
            body.GetProperty("results").EnumerateArray().Select(link => link.GetProperty("to")[0].GetProperty("toObjectId").GetInt64().ToString(CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_deal_names_an_owner_a_company_and_a_stage_that_can_be_looked_up()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var owners = await sandbox.GetAsync("/crm/v3/owners");
        var companies = await sandbox.ListAllAsync("/crm/v3/objects/companies?limit=100&properties=region,segment");
        var stages = (await sandbox.GetAsync("/crm/v3/pipelines/deals")).GetProperty("results")[0].GetProperty("stages").EnumerateArray().ToList();
        var deals = await sandbox.ListAllAsync("/crm/v3/objects/deals?limit=100&properties=hubspot_owner_id,dealstage,pipeline&associations=companies");

        var ownerIds = owners.GetProperty("results").EnumerateArray().Select(owner => owner.GetProperty("id").GetString()).ToHashSet(StringComparer.Ordinal);
        var companyIds = companies.Select(company => company.GetProperty("id").GetString()).ToHashSet(StringComparer.Ordinal);
        var stageIds = stages.Select(stage => stage.GetProperty("id").GetString()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal((40, 80, 7), (ownerIds.Count, companyIds.Count, stageIds.Count));
        Assert.All(deals, deal =>
        {
            Assert.Contains(Property(deal, "hubspot_owner_id"), ownerIds);
            Assert.Contains(Property(deal, "dealstage"), stageIds);
            Assert.Contains(deal.GetProperty("associations").GetProperty("companies").GetProperty("results")[0].GetProperty("id").GetString(), companyIds);
        });
        var won = stages.Single(stage => stage.GetProperty("id").GetString() == "closedwon");
        Assert.Equal(("Closed Won", "1.0", "true"), (
            won.GetProperty("label").GetString(),
            won.GetProperty("metadata").GetProperty("probability").GetString(),
            won.GetProperty("metadata").GetProperty("isClosed").GetString()));
    }

    private static string? Property(JsonElement deal, string name) => deal.GetProperty("properties").GetProperty(name).GetString();
}
