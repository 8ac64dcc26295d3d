using Sophia.Core.Dashboard;
using Sophia.Data.Sources;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Metrics;

public sealed class FamilyFreshnessTests
{
    [Fact]
    public async Task Revenue_is_fresh_while_the_calls_are_still_loading()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. Stages, Deal("1", 100m, (New, "2026-01-01"), (Won, "2026-01-21"))]);
        await ReportAsync(host, "test", loaded: true);
        await ReportAsync(host, "calls", loaded: false);

        var answer = await host.AskAsync(new() { Metrics = ["revenue.won", "calls.held", "people.productivity"] });

        Assert.Equal(
            [FreshnessStatus.Fresh, FreshnessStatus.Loading, FreshnessStatus.Loading],
            answer.Metrics.Select(static metric => metric.Freshness));
        Assert.Equal(FreshnessStatus.Loading, answer.Freshness.Status);
        Assert.Equal("test", Assert.Single((await host.AskAsync(new() { Metrics = ["revenue.won"] })).Freshness.Sources).Source);
    }

    [Fact]
    public async Task A_source_of_several_families_stands_for_each_and_others_have_no_data()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. Stages, Call("1", "2026-01-10")]);
        await ReportAsync(host, "test", loaded: true);

        var answer = await host.AskAsync(new() { Metrics = ["revenue.won", "calls.held", "people.headcount"] });

        Assert.Equal(
            [FreshnessStatus.Fresh, FreshnessStatus.Fresh, FreshnessStatus.NoData],
            answer.Metrics.Select(static metric => metric.Freshness));
    }

    private static Task ReportAsync(DataHost host, string connection, bool loaded) => host.Get<SourceStatusStore>().ReportAsync(
        new()
        {
            Connection = connection, LastAttemptAt = host.Clock.Now, LastSuccessAt = host.Clock.Now, HistoryLoaded = loaded, Loaded = 5, Total = 5,
        },
        TestContext.Current.CancellationToken);
}
