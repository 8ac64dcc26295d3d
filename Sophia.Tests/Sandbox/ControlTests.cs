using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Sophia.Tests.Sandbox;

public sealed class ControlTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_won_deal_adds_its_amount_to_the_truth_once()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var before = await sandbox.TotalsAsync();
        var deal = await sandbox.CreateDealAsync(new { amount = 10_000, stage = "contractsent", productLine = "Security" });

        var won = await sandbox.ControlAsync($"/sandbox/deals/{deal.Id}/win", new { amount = 12_345.67 });
        using var again = await sandbox.Anonymous.PostAsync($"/sandbox/deals/{deal.Id}/win", null, Cancellation);
        var after = await sandbox.TotalsAsync();

        Assert.Equal(("closedwon", 12_345.67m), (won.Stage, won.Amount));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(
            (before.WonRevenue + 12_345.67m, before.Won + 1, before.Created + 1, before.OpenAmount),
            (after.WonRevenue, after.Won, after.Created, after.OpenAmount));
        Assert.Equal(before.RevenueByProductLine["Security"] + 12_345.67m, after.RevenueByProductLine["Security"]);
    }

    [Fact]
    public async Task The_truth_equals_what_the_listing_adds_up_to()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostControlAsync("/sandbox/burst?count=300");

        var totals = await sandbox.TotalsAsync();
        var deals = await sandbox.ListAllAsync("/crm/v3/objects/deals?limit=100&properties=amount,dealstage");

        Assert.Equal(totals.Deals, deals.Count);
        Assert.Equal(totals.WonRevenue, Amount(deals, "closedwon"));
        Assert.Equal(totals.WonRevenue, totals.RevenueByRegion.Values.Sum());
        Assert.Equal(totals.WonRevenue, totals.RevenueBySegment.Values.Sum());
        Assert.Equal(5, totals.OpenByStage.Count);
        Assert.All(totals.OpenByStage, stage => Assert.Equal(stage.Amount, Amount(deals, stage.Stage)));
    }

    [Fact]
    public async Task Totals_count_a_range_from_its_first_moment_to_before_its_last()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var deal = await sandbox.CreateDealAsync(new { amount = 500 });
        var won = await sandbox.ControlAsync($"/sandbox/deals/{deal.Id}/win", new { });
        var moment = Uri.EscapeDataString(won.CloseDate.ToString("O", CultureInfo.InvariantCulture));

        Assert.Equal((1, 500m), await WonAsync(sandbox, $"?from={moment}"));
        Assert.Equal(0, (await sandbox.TotalsAsync($"?from={moment}&to={moment}")).Won);
        using var invalid = await sandbox.Anonymous.GetAsync("/sandbox/totals?from=yesterday", Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, invalid.StatusCode);
    }

    [Fact]
    public async Task A_deleted_deal_leaves_the_listing_for_the_archive()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var deal = await sandbox.CreateDealAsync(new { amount = 700 });

        using var deleted = await sandbox.Anonymous.DeleteAsync($"/sandbox/deals/{deal.Id}", Cancellation);
        var listed = await sandbox.ListAllAsync("/crm/v3/objects/deals?limit=100");
        var archived = await sandbox.ListAllAsync("/crm/v3/objects/deals?limit=100&archived=true");
        var (status, _) = await sandbox.PostAsync("/crm/v3/objects/deals/batch/read", $$"""{"inputs":[{"id":"{{deal.Id}}"}]}""");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(400, listed.Count);
        Assert.Equal($"{deal.Id}", Assert.Single(archived).GetProperty("id").GetString());
        Assert.True(archived[0].GetProperty("archived").GetBoolean());
        Assert.Equal(207, status);
    }

    [Fact]
    public async Task A_restarted_company_never_gives_an_id_to_another_deal()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        await using var before = await SandboxHost.StartAsync(clock);
        var first = await before.CreateDealAsync(new { });
        clock.Advance(TimeSpan.FromSeconds(2));
        await using var after = await SandboxHost.StartAsync(clock);

        var second = await after.CreateDealAsync(new { });

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task The_company_introduces_itself_with_what_was_planted()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var company = JsonElement.Parse(await sandbox.Anonymous.GetByteArrayAsync("/sandbox/company", Cancellation));

        Assert.True(company.GetProperty("frozen").GetBoolean());
        Assert.Equal(400, company.GetProperty("totals").GetProperty("deals").GetInt32());
        Assert.Equal("Halvorsen Aerospace", company.GetProperty("planted").GetProperty("lostCustomerName").GetString());
        Assert.Equal(2, company.GetProperty("planted").GetProperty("weakOwnerIds").GetArrayLength());
    }

    private static decimal Amount(List<JsonElement> deals, string stage) => deals
        .Select(deal => deal.GetProperty("properties"))
        .Where(properties => properties.GetProperty("dealstage").GetString() == stage)
        .Sum(properties => decimal.Parse(properties.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture));

    private static async Task<(int Won, decimal Revenue)> WonAsync(SandboxHost sandbox, string query)
    {
        var totals = await sandbox.TotalsAsync(query);
        return (totals.Won, totals.WonRevenue);
    }
}
