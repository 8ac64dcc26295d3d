using Sophia.Core.Dashboard;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class KilledAgentsTests
{
    [Fact]
    public async Task Agents_killed_in_the_middle_of_the_backfill_still_load_exactly_the_sources_books()
    {
        // At HubSpot's own pace the load takes long enough to be hit in the middle.
        await using var stack = await RunningStack.StartAsync("Sandbox:RateLimits=on", "Sandbox:RequestsPerTenSeconds=40", "Sandbox:Calls=50", "Sandbox:Transcripts=5");
        await stack.WaitUntilReadyAsync("api");
        var source = await Eventually.SeeAsync(
            () => ReadSourceAsync(stack), static seen => seen is { Loaded: > 500 }, TimeSpan.FromSeconds(60));
        Assert.Equal(FreshnessStatus.Loading, source!.Status);

        await stack.KillAsync("agents");
        await stack.WaitUntilLoadedAsync();

        await Books.AssertAgreeAsync(stack);
    }

    private static async Task<SourceFreshness?> ReadSourceAsync(RunningStack stack) =>
        (await stack.ReadMetricsAsync("metrics=deals.created")).Freshness.Sources.SingleOrDefault(static source => source.Source == "hubspot");
}
