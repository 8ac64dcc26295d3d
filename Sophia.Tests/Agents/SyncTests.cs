using Sophia.Core.Dashboard;
using Sophia.Core.Integrations;
using Sophia.Data.Sources;
using Sophia.Tests.Infrastructure;
using Sophia.Tests.Integrations;

namespace Sophia.Tests.Agents;

public sealed class SyncTests
{
    private static readonly KeyValuePair<string, string?> s_seldom = KeyValuePair.Create<string, string?>("HubSpot:PollInterval", "01:00:00");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_no_webhook_announced_is_found_by_a_sync_that_somebody_asks_for()
    {
        await using var hubSpot = await LocalHubSpot.StartAsync(deals: 100, companies: 20);
        await using var database = await TestDatabase.CreateAsync();
        await using var agents = await AgentsHost.StartAsync(database, hubSpot, project: true, s_seldom);
        await agents.WaitForTotalsOfAsync(hubSpot);
        await agents.WaitForStatusAsync(static status => status.HistoryLoaded);
        await hubSpot.PostAsync($"/sandbox/deals/{FindOpenDeal(hubSpot)}/win", new { amount = 12_345m }, Cancelled);

        var requestedAt = await agents.Get<SyncRequests>().RequestAsync("hubspot", Cancelled);

        await agents.WaitForTotalsOfAsync(hubSpot);
        var integration = await Eventually.SeeAsync(
            () => agents.Get<IntegrationReader>().FindAsync("hubspot", Cancelled),
            seen => seen!.LastSuccessAt > requestedAt && !seen.SyncWaiting,
            TimeSpan.FromSeconds(20));
        Assert.Equal(FreshnessStatus.Fresh, integration!.Status);
        Assert.Equal(1, integration.Progress);
        Assert.Equal(3600, integration.PollSeconds);
        Assert.Null(integration.Error);
        Assert.Contains(new RecordCount("deals", 100), integration.Records);
    }

    [Fact]
    public async Task Credentials_that_are_refused_are_said_with_the_way_out()
    {
        await using var hubSpot = await LocalHubSpot.StartAsync(deals: 100, companies: 20);
        await using var database = await TestDatabase.CreateAsync();
        await using var agents = await AgentsHost.StartAsync(
            database, hubSpot, project: false, s_seldom, KeyValuePair.Create<string, string?>("HubSpot:Token", "another token"));

        var integration = await Eventually.SeeAsync(
            () => agents.Get<IntegrationReader>().FindAsync("hubspot", Cancelled), static seen => seen?.Error is not null, TimeSpan.FromSeconds(20));

        Assert.Equal(IntegrationFailure.Refused, integration!.Error!.Failure);
        Assert.Contains("credentials", integration.Error.WayOut, StringComparison.Ordinal);
        Assert.NotNull(integration.LastAttemptAt);
        Assert.Null(integration.LastSuccessAt);
        Assert.Empty(integration.Records);
        Assert.Equal(FreshnessStatus.NoData, integration.Status);
    }

    private static long FindOpenDeal(LocalHubSpot hubSpot) =>
        hubSpot.Store.ReadDeals(static table => table.All.First(static deal => deal.IsOpen && deal.ArchivedAt is null).Id);
}
