using System.Text.Json.Nodes;
using Sophia.Core.Dashboard;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

/// <summary>Each takes parts of a stack of its own away.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan s_outage = TimeSpan.FromSeconds(20);

    // Waits end with what is waited for; this is for a machine that has other things to do.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Agents_killed_in_the_middle_of_the_backfill_still_load_exactly_the_sources_books()
    {
        // At HubSpot's own pace the load takes long enough to be hit in the middle.
        await using var stack = await RunningStack.StartAsync("Sandbox:RateLimits=on", "Sandbox:RequestsPerTenSeconds=40");
        await stack.WaitUntilReadyAsync("api");
        var source = await Eventually.SeeAsync(
            () => ReadSourceAsync(stack), static seen => seen is { Loaded: > 500 }, TimeSpan.FromSeconds(60));
        Assert.Equal(FreshnessStatus.Loading, source!.Status);

        await stack.KillAsync("agents");
        await stack.WaitUntilLoadedAsync();

        await AssertBooksAgreeAsync(stack);
    }

    [Fact]
    public async Task Redis_and_RabbitMQ_down_for_twenty_seconds_lose_nothing_and_the_page_stays_up()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.WaitUntilLoadedAsync();
        var deals = new List<long> { await stack.OpenDealAsync(1_000m), await stack.OpenDealAsync(2_000m), await stack.OpenDealAsync(4_000m) };
        var page = await LivePageTests.OpenLiveAsync(stack);
        await Eventually.SeeAsync(() => DealCountAsync(stack), seen => seen == 2_003m, s_patience);
        var before = await LivePageTests.ReadAsync(page);

        await Task.WhenAll(stack.StopAsync("cache"), stack.StopAsync("bus"));
        var outage = Task.Delay(s_outage, TestContext.Current.CancellationToken);
        foreach (var deal in deals)
        {
            await stack.WinDealAsync(deal);
        }

        // Without the bus nobody announces the change; the API's own slow look at the database finds it.
        await Eventually.SeeAsync(() => LivePageTests.ReadAsync(page), value => value == before + 7_000m, s_patience);
        await outage;
        await Task.WhenAll(stack.StartAsync("cache"), stack.StartAsync("bus"));
        await stack.WaitUntilReadyAsync();

        var afterwards = await stack.OpenDealAsync(8_000m);
        await stack.WinDealAsync(afterwards);
        await Eventually.SeeAsync(() => LivePageTests.ReadAsync(page), value => value == before + 15_000m, s_patience);
        await AssertBooksAgreeAsync(stack);
    }

    private static async Task<SourceFreshness?> ReadSourceAsync(RunningStack stack) =>
        (await stack.ReadMetricsAsync("metrics=deals.created")).Freshness.Sources.SingleOrDefault(static source => source.Source == "hubspot");

    private static async Task<decimal?> DealCountAsync(RunningStack stack) =>
        (await stack.ReadMetricsAsync("metrics=deals.created&from=2020-01-01")).Metrics[0].Value;

    private static async Task AssertBooksAgreeAsync(RunningStack stack)
    {
        var books = await stack.ReadTotalsAsync();
        decimal?[] expected = [Number(books, "wonRevenue"), Number(books, "won"), Number(books, "lost"), Number(books, "created"), Number(books, "openDeals"), Number(books, "openAmount")];
        // The replica that is asked may hear of the last movement a moment after the one that told of it.
        await Eventually.SeeAsync(
            async () => string.Join(", ", (await stack.ReadMetricsAsync("from=2020-01-01&metrics=revenue.won,deals.won,deals.lost,deals.created,pipeline.deals,pipeline.open"))
                .Metrics.Zip(expected)
                .Where(static pair => pair.First.Value != pair.Second)
                .Select(static pair => $"{pair.First.Metric} is {pair.First.Value} and not {pair.Second}")),
            static differing => differing.Length == 0,
            TimeSpan.FromSeconds(10));
    }

    private static decimal? Number(JsonObject books, string name) => books[name]!.GetValue<decimal>();
}
