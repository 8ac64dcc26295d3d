using System.Text.Json;

namespace Sophia.Tests.Sandbox;

public sealed class HubSpotSearchTests
{
    private const string Path = "/crm/v3/objects/deals/search";

    [Fact]
    public async Task Searching_from_the_last_change_seen_finds_exactly_what_changed_since()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var first = await sandbox.CreateDealAsync(new { amount = 1_000 });
        var second = await sandbox.CreateDealAsync(new { amount = 2_000 });
        var changed = await sandbox.ControlAsync($"/sandbox/deals/{first.Id}/win", new { amount = 1_500 });

        var (_, body) = await sandbox.PostAsync(Path, $$"""
            {"filterGroups":[{"filters":[{"propertyName":"hs_lastmodifieddate","operator":"GT","value":"{{first.ModifiedAt.ToUnixTimeMilliseconds()}}"}]}],
             "sorts":[{"propertyName":"hs_lastmodifieddate","direction":"ASCENDING"}],"properties":["amount"],"limit":200}
            """);

        Assert.Equal(2, body.GetProperty("total").GetInt32());
        Assert.Equal([second.Id, changed.Id], Ids(body));
        Assert.Equal("1500", body.GetProperty("results")[1].GetProperty("properties").GetProperty("amount").GetString());
    }

    [Fact]
    public async Task Pages_of_a_search_hold_every_deal_once_in_the_order_asked()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        List<long> ids = [];
        List<DateTimeOffset> moments = [];
        for (string? after = "0"; after is not null;)
        {
            var (_, body) = await sandbox.PostAsync(Path, $$"""{"sorts":["-hs_lastmodifieddate"],"limit":150,"after":"{{after}}"}""");
            ids.AddRange(Ids(body));
            moments.AddRange(body.GetProperty("results").EnumerateArray().Select(deal => deal.GetProperty("updatedAt").GetDateTimeOffset()));
            after = body.TryGetProperty("paging", out var paging) ? paging.GetProperty("next").GetProperty("after").GetString() : null;
        }

        Assert.Equal(400, ids.Distinct().Count());
        Assert.Equal(400, ids.Count);
        Assert.Equal(moments.OrderDescending(), moments);
    }

    [Theory]
    [InlineData("""{"propertyName":"hs_object_id","operator":"IN","values":["{0}","{2}"]}""", new[] { 0, 2 })]
    [InlineData("""{"propertyName":"hs_object_id","operator":"EQ","value":"{1}"}""", new[] { 1 })]
    [InlineData("""{"propertyName":"hs_object_id","operator":"BETWEEN","value":"{1}","highValue":"{2}"}""", new[] { 1, 2 })]
    [InlineData("""{"propertyName":"hs_object_id","operator":"GTE","value":"{0}"},{"propertyName":"hs_object_id","operator":"LT","value":"{2}"}""", new[] { 0, 1 })]
    [InlineData("""{"propertyName":"hs_object_id","operator":"GT","value":"{0}"},{"propertyName":"hs_object_id","operator":"LTE","value":"{1}"}""", new[] { 1 })]
    public async Task Each_operator_finds_what_it_means(string filters, int[] expected)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        long[] ids = [.. Ids(await sandbox.GetAsync("/crm/v3/objects/deals?limit=3"))];
        for (var index = 0; index < ids.Length; index++)
        {
            filters = filters.Replace($"{{{index}}}", $"{ids[index]}", StringComparison.Ordinal);
        }

        var (_, body) = await sandbox.PostAsync(Path, $$"""{"filterGroups":[{"filters":[{{filters}}]}],"sorts":["hs_object_id"]}""");

        Assert.Equal(expected.Select(index => ids[index]), Ids(body));
    }

    [Theory]
    [InlineData("""{"limit":200,"after":"9801"}""")]
    [InlineData("""{"limit":201}""")]
    [InlineData("""{"filterGroups":[{"filters":[{"propertyName":"dealname","operator":"EQ","value":"x"}]}]}""")]
    [InlineData("""{"filterGroups":[{"filters":[{"propertyName":"hs_object_id","operator":"LIKE","value":"1"}]}]}""")]
    [InlineData("""{"sorts":["hs_object_id","createdate"]}""")]
    [InlineData("""{"limit":""")]
    [InlineData("""{"filterGroups":null}""")]
    [InlineData("""{"filterGroups":[{}]}""")]
    [InlineData("null")]
    public async Task A_search_past_ten_thousand_results_or_otherwise_invalid_is_refused(string search)
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var (status, error) = await sandbox.PostAsync(Path, search);

        Assert.Equal((400, "VALIDATION_ERROR"), (status, error.GetProperty("category").GetString()));
    }

    [Fact]
    public async Task The_last_result_within_the_cap_can_still_be_asked_for()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var (status, _) = await sandbox.PostAsync(Path, """{"limit":200,"after":"9800"}""");

        Assert.Equal(200, status);
    }

    private static IEnumerable<long> Ids(JsonElement page) =>
        page.GetProperty("results").EnumerateArray().Select(deal => long.Parse(deal.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
}
