using Npgsql;
using Sophia.Core.Dashboard;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;
using Sophia.Data.Sources;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Projection;

public sealed class ProjectorTests
{
    private static readonly MetricQueryText s_quarter = new() { From = "2026-01-01", To = "2026-03-15" };

    private static readonly Deal s_deal = Deal("1", 100m, (New, "2026-01-01"), (Won, "2026-01-21"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_version_that_arrives_later_does_not_undo_a_newer_one()
    {
        await using var host = await DataHost.StartAsync();

        await host.LearnAsync([.. Stages, s_deal with { SourceVersion = 5, Amount = 500 }]);
        await host.LearnAsync(s_deal with { SourceVersion = 4, Amount = 400 });
        Assert.Equal(500, await RevenueAsync(host));

        await host.LearnAsync(s_deal with { SourceVersion = 5, Amount = 501 });
        Assert.Equal(501, await RevenueAsync(host));
    }

    [Fact]
    public async Task Whatever_order_accounts_stages_and_deals_arrive_in_the_figures_are_the_same()
    {
        await using var host = await DataHost.StartAsync();

        await host.LearnAsync(s_deal);
        Assert.Equal(0, await RevenueAsync(host));
        await host.LearnAsync(Stages);
        Assert.Equal(100, await RevenueAsync(host));
        await host.LearnAsync(Account("a", "EMEA"));
        await host.LearnAsync(Account("a", "APAC") with { SourceVersion = 2 });

        var answer = await host.AskAsync(s_quarter with { GroupBy = "region", Metrics = ["revenue.won"] });
        Assert.Equal([("APAC", 100m)], answer.Metrics[0].Groups!.Select(static group => (group.Key!, group.Value!.Value)));
    }

    [Fact]
    public async Task A_removed_deal_counts_nowhere()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. Stages, s_deal, Deal("2", 7m, (New, "2026-01-02"))]);

        await host.LearnAsync(s_deal with { SourceVersion = 2, IsRemoved = true });

        var answer = await host.AskAsync(s_quarter with { Metrics = ["revenue.won", "deals.created", "pipeline.open"] });
        Assert.Equal([0m, 1m, 7m], answer.Metrics.Select(static metric => metric.Value));
    }

    [Fact]
    public async Task A_movement_names_the_metrics_that_moved_and_leaves_a_notice()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. Stages, s_deal]);
        var before = await host.Metrics.ReadSequenceAsync(Cancelled);

        await host.LearnAsync(Account("other", "EMEA"));
        Assert.Equal(before, await host.Metrics.ReadSequenceAsync(Cancelled));

        await host.LearnAsync(Deal("2", 5m, (New, "2026-03-01")));
        Assert.Equal(before + 1, await host.Metrics.ReadSequenceAsync(Cancelled));
        Assert.Equal(
            ["deals.created", "pipeline.deals", "pipeline.open", "pipeline.weighted"],
            await host.Metrics.ReadMovedSinceAsync(before, Cancelled));
        Assert.StartsWith(
            $"{{\"sequence\":{before + 1},\"metrics\":[\"pipeline.open\",\"pipeline.weighted\",\"pipeline.deals\",\"deals.created\"],\"times\":{{\"recordedAt\":",
            (await host.RowsAsync("SELECT convert_from(message, 'utf8') FROM outbox ORDER BY id DESC LIMIT 1"))[0].Replace("\"\"", "\"", StringComparison.Ordinal)[2..^2],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seller_who_is_renamed_moves_what_is_split_by_sellers()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. Stages, s_deal, User("owner", null)]);
        var before = await host.Metrics.ReadSequenceAsync(Cancelled);

        await host.LearnAsync(User("owner", null) with { SourceVersion = 2, Name = "Ann" });

        Assert.Contains("revenue.won", await host.Metrics.ReadMovedSinceAsync(before, Cancelled), StringComparer.Ordinal);
        var answer = await host.AskAsync(s_quarter with { GroupBy = "seller", Metrics = ["revenue.won"] });
        Assert.Equal([("Ann", 100m)], answer.Metrics[0].Groups!.Select(static group => (group.Key!, group.Value!.Value)));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_finished_leaves_nothing_and_is_applied_whole_later()
    {
        await using var host = await DataHost.StartAsync();
        await host.AppendAsync([.. Stages, s_deal]);
        await host.ExecuteAsync("""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON outbox EXECUTE FUNCTION refuse();
            """);

        await Assert.ThrowsAsync<PostgresException>(() => host.ProjectAsync());
        Assert.Empty(await host.RowsAsync("SELECT * FROM deal"));
        Assert.Empty(await host.RowsAsync("SELECT * FROM sales_rollup"));
        Assert.Equal(0, await host.Metrics.ReadSequenceAsync(Cancelled));

        await host.ExecuteAsync("DROP TRIGGER refuse ON outbox");
        await host.ProjectAsync();
        Assert.Equal(100, await RevenueAsync(host));
    }

    [Fact]
    public async Task Two_projectors_at_once_count_nothing_twice()
    {
        await using var host = await DataHost.StartAsync();
        await host.AppendAsync([.. Stages, .. Enumerable.Range(0, 60).Select(static number => Deal($"{number}", 1m, (New, "2026-01-01"), (Won, "2026-01-21")))]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.ProjectAsync(batchSize: 5)));

        Assert.Equal(60, await RevenueAsync(host));
    }

    [Fact]
    public async Task An_entry_that_no_mapping_understands_does_not_stop_the_others()
    {
        await using var host = await DataHost.StartAsync();
        await host.Appender.AppendAsync(
            [new() { Stream = new("test", "test.deal", "broken"), SourceVersion = 1, Payload = "{"u8.ToArray() }, .. Stages.Append(s_deal).Select(FactsAsJson.Event)],
            cursor: null, checkpoint: null, Cancelled);

        await host.ProjectAsync();

        Assert.Equal(100, await RevenueAsync(host));
    }

    [Fact]
    public async Task Text_that_Postgres_cannot_hold_does_not_stop_the_projector()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. Stages, s_deal with { Name = "a\0b", ProductLine = "\0" }]);

        Assert.Equal(100, await RevenueAsync(host));
    }

    [Fact]
    public async Task A_history_is_loading_until_the_projector_has_passed_its_end_and_again_during_a_rebuild()
    {
        await using var host = await DataHost.StartAsync();
        var sources = host.Get<SourceStatusStore>();
        await host.AppendAsync([.. Stages, s_deal]);
        await sources.ReportAsync(
            new() { Connection = "test", LastAttemptAt = host.Clock.Now, LastSuccessAt = host.Clock.Now, HistoryLoaded = true, Loaded = 5, Total = 5 }, Cancelled);

        Assert.Equal(FreshnessStatus.Loading, (await host.Metrics.ReadFreshnessAsync(Cancelled)).Status);
        await host.ProjectAsync();
        Assert.Equal(FreshnessStatus.Fresh, (await host.Metrics.ReadFreshnessAsync(Cancelled)).Status);

        host.Clock.Now += TimeSpan.FromMinutes(6);
        Assert.Equal(FreshnessStatus.Stale, (await host.Metrics.ReadFreshnessAsync(Cancelled)).Status);
        await host.ExecuteAsync("DELETE FROM reader_checkpoint");
        Assert.Equal(FreshnessStatus.Loading, (await host.Metrics.ReadFreshnessAsync(Cancelled)).Status);
    }

    private static async Task<decimal?> RevenueAsync(DataHost host) =>
        (await host.AskAsync(s_quarter with { Metrics = ["revenue.won"] })).Metrics[0].Value;
}
