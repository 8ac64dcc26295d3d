using System.Net.WebSockets;
using Sophia.Core.Dashboard;
using Sophia.Data.Sources;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api;

[Collection(LiveCollection.Name)]
public sealed class DashboardSocketTests
{
    [Fact]
    public async Task A_reader_gets_a_snapshot_and_then_what_moves()
    {
        await using var api = await ApiServer.StartAsync();
        using var channel = await DashboardChannel.OpenAsync(api);

        await channel.SubscribeAsync("tiles", "revenue.won,pipeline.open");
        var snapshot = await channel.NextAsync<DashboardMessage.Snapshot>();
        await api.Company.WinDealAsync(500);
        var won = await UntilAsync(channel, "revenue.won", 500);
        await api.Company.OpenDealAsync(80);
        var opened = await UntilAsync(channel, "pipeline.open", 80);

        Assert.Equal("tiles", snapshot.Id);
        Assert.Equal(["revenue.won", "pipeline.open"], Keys(snapshot.Data), StringComparer.Ordinal);
        Assert.True(won.Data.Sequence > snapshot.Data.Sequence);
        Assert.True(opened.Data.Sequence > won.Data.Sequence);
        Assert.Equal(["pipeline.open"], Keys(opened.Data), StringComparer.Ordinal);
    }

    [Fact]
    public async Task After_a_break_a_reader_gets_only_what_moved_meanwhile()
    {
        await using var api = await ApiServer.StartAsync();
        var seen = await ReadSequenceAsync(api);
        await api.Company.OpenDealAsync(80);
        await SettleAsync(api, seen + 1);

        using var channel = await DashboardChannel.OpenAsync(api);
        await channel.SubscribeAsync("tiles", "revenue.won,pipeline.open", seen);
        var change = await channel.NextAsync<DashboardMessage.Change>();

        Assert.Equal(["pipeline.open"], Keys(change.Data), StringComparer.Ordinal);
        Assert.Equal(80, change.Data.Metrics[0].Value);
    }

    [Fact]
    public async Task A_slow_reader_gets_the_newest_value_and_no_backlog()
    {
        const int Movements = 60;
        await using var api = await ApiServer.StartAsync();
        using var channel = await DashboardChannel.OpenAsync(api, receiveBuffer: 4096);
        // Two years by day of all metrics: some hundred kilobytes, so that a few messages fill every buffer on the way.
        var from = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-780);
        await channel.SendAsync($$"""{"type":"subscribe","id":"all","metrics":["*"],"from":"{{from:yyyy-MM-dd}}","granularity":"day","compare":"previousYear"}""");

        for (var deal = 0; deal < Movements; deal++)
        {
            await api.Company.WinDealAsync(1);
        }

        var messages = 0;
        decimal? revenue = null;
        while (revenue != Movements)
        {
            var data = Data(await channel.NextAsync());
            messages += data is null ? 0 : 1;
            revenue = data?.Metrics.FirstOrDefault(static metric => metric.Metric == "revenue.won")?.Value ?? revenue;
        }

        Assert.InRange(messages, 1, Movements / 2);
    }

    [Fact]
    public async Task Readers_of_the_same_question_all_hear_of_a_movement()
    {
        await using var api = await ApiServer.StartAsync();
        var channels = new List<DashboardChannel>();
        for (var reader = 0; reader < 50; reader++)
        {
            var channel = await DashboardChannel.OpenAsync(api);
            await channel.SubscribeAsync($"tile {reader}", "revenue.won");
            await channel.NextAsync<DashboardMessage.Snapshot>();
            channels.Add(channel);
        }

        await api.Company.WinDealAsync(9);

        for (var reader = 0; reader < channels.Count; reader++)
        {
            Assert.Equal($"tile {reader}", (await UntilAsync(channels[reader], "revenue.won", 9)).Id);
            channels[reader].Dispose();
        }
    }

    [Fact]
    public async Task A_reader_hears_that_a_source_became_stale_though_no_figure_moved()
    {
        await using var api = await ApiServer.StartAsync();
        using var channel = await DashboardChannel.OpenAsync(api);
        await channel.SubscribeAsync("tiles", "revenue.won");
        await channel.NextAsync<DashboardMessage.Snapshot>();

        await api.Company.ReportAsync(new SourceStatus
        {
            Connection = "hubspot", LastSuccessAt = TimeProvider.System.GetUtcNow().AddHours(-1), HistoryLoaded = true, Loaded = 1, Error = "HubSpot does not answer.",
        });
        DashboardMessage.FreshnessChange told;
        do
        {
            told = await channel.NextAsync<DashboardMessage.FreshnessChange>();
        }
        while (told.Freshness.Status != FreshnessStatus.Stale);

        Assert.Equal("HubSpot does not answer.", Assert.Single(told.Freshness.Sources).Error);
    }

    [Fact]
    public async Task A_server_that_goes_down_says_so()
    {
        await using var api = await ApiServer.StartAsync();
        using var channel = await DashboardChannel.OpenAsync(api);
        await channel.SubscribeAsync("tiles", "revenue.won");
        await channel.NextAsync<DashboardMessage.Snapshot>();

        var stopping = api.StopAsync();
        while (await channel.NextAsync() is not null)
        {
            // What was on its way comes first.
        }

        await stopping;
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, channel.CloseStatus);
    }

    private static async Task<long> ReadSequenceAsync(ApiServer api)
    {
        using var channel = await DashboardChannel.OpenAsync(api);
        await channel.SubscribeAsync("tiles", "*");
        return (await channel.NextAsync<DashboardMessage.Snapshot>()).Data.Sequence;
    }

    /// <summary>Waits until the API knows of a movement.</summary>
    private static Task<long> SettleAsync(ApiServer api, long sequence) =>
        Eventually.SeeAsync(() => ReadSequenceAsync(api), present => present >= sequence, TimeSpan.FromSeconds(20));

    private static async Task<DashboardMessage.Change> UntilAsync(DashboardChannel channel, string metric, decimal value)
    {
        while (true)
        {
            var change = await channel.NextAsync<DashboardMessage.Change>();
            if (change.Data.Metrics.Any(result => result.Metric == metric && result.Value == value))
            {
                return change;
            }
        }
    }

    private static IEnumerable<string> Keys(DashboardMetrics data) => data.Metrics.Select(static metric => metric.Metric);

    private static DashboardMetrics? Data(DashboardMessage? message) => message switch
    {
        DashboardMessage.Snapshot snapshot => snapshot.Data,
        DashboardMessage.Change change => change.Data,
        _ => null,
    };
}
