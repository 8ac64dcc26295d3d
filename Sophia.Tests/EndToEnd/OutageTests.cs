using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

[Collection(DisturbedStackCollection.Name)]
public sealed class OutageTests(DisturbedStack disturbed)
{
    private static readonly TimeSpan s_outage = TimeSpan.FromSeconds(20);

    // Waits end with what is waited for; this is for a machine that has other things to do.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Redis_and_RabbitMQ_down_for_twenty_seconds_lose_nothing_and_the_page_stays_up()
    {
        var stack = disturbed.Stack;
        var deals = new List<long> { await stack.OpenDealAsync(1_000m), await stack.OpenDealAsync(2_000m), await stack.OpenDealAsync(4_000m) };
        var page = await LivePageTests.OpenLiveAsync(stack);
        var created = (await stack.ReadTotalsAsync())["created"]!.GetValue<decimal>();
        await Eventually.SeeAsync(() => DealCountAsync(stack), seen => seen == created, s_patience);
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
        await Books.AssertAgreeAsync(stack);
    }

    private static async Task<decimal?> DealCountAsync(RunningStack stack) =>
        (await stack.ReadMetricsAsync("metrics=deals.created&from=2020-01-01")).Metrics[0].Value;
}
