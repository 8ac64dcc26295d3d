using System.Net.WebSockets;
using System.Text;
using Sophia.Core.Dashboard;

namespace Sophia.Tests.Api;

public sealed class DashboardProtocolTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private readonly ApiServer _api = quiet.Server;

    [Fact]
    public async Task A_break_in_which_nothing_moved_is_resumed_without_figures()
    {
        var seen = await ReadSequenceAsync();
        using var channel = await DashboardChannel.OpenAsync(_api);

        await channel.SubscribeAsync("tiles", "revenue.won", seen);

        Assert.Equal(seen, (await channel.NextAsync<DashboardMessage.Resumed>()).Sequence);
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(-5)]
    public async Task A_sequence_of_another_history_starts_over_with_a_snapshot(long sequence)
    {
        using var channel = await DashboardChannel.OpenAsync(_api);

        await channel.SubscribeAsync("tiles", "revenue.won", sequence);

        await channel.NextAsync<DashboardMessage.Snapshot>();
    }

    [Theory]
    [InlineData("hello", null, "request")]
    [InlineData("{}", null, "request")]
    [InlineData("null", null, "request")]
    [InlineData("""{"type":"delete","id":"a"}""", null, "request")]
    [InlineData("""{"type":"subscribe","id":"","metrics":["*"]}""", null, "id")]
    [InlineData("""{"type":"subscribe","id":"a","metrics":[null]}""", "a", "metrics")]
    [InlineData("""{"type":"subscribe","id":"a","metrics":["revenue.wom"]}""", "a", "metrics")]
    [InlineData("""{"type":"subscribe","id":"a","metrics":["*"],"from":"2026-02-30"}""", "a", "from")]
    public async Task A_bad_request_is_explained_and_the_channel_stays_open(string request, string? id, string field)
    {
        using var channel = await DashboardChannel.OpenAsync(_api);

        await channel.SendAsync(request);
        var refusal = await channel.NextAsync<DashboardMessage.Refusal>();
        await channel.SubscribeAsync("good", "revenue.won");

        Assert.Equal(id, refusal.Id);
        Assert.NotEmpty(Assert.Contains(field, refusal.Errors));
        Assert.Equal("good", (await channel.NextAsync<DashboardMessage.Snapshot>()).Id);
    }

    [Fact]
    public async Task The_members_of_a_request_may_come_in_any_order()
    {
        using var channel = await DashboardChannel.OpenAsync(_api);

        await channel.SendAsync("""{"metrics":["revenue.won"],"id":"a","type":"subscribe"}""");

        await channel.NextAsync<DashboardMessage.Snapshot>();
    }

    [Fact]
    public async Task The_seventeenth_subscription_is_refused_until_one_ends()
    {
        using var channel = await DashboardChannel.OpenAsync(_api);
        for (var subscription = 1; subscription <= 16; subscription++)
        {
            await channel.SubscribeAsync($"{subscription}", "revenue.won");
            await channel.NextAsync<DashboardMessage.Snapshot>();
        }

        await channel.SubscribeAsync("17", "revenue.won");
        var refusal = await channel.NextAsync<DashboardMessage.Refusal>();
        await channel.SendAsync("""{"type":"unsubscribe","id":"1"}""");
        await channel.SubscribeAsync("17", "revenue.won");

        Assert.Equal("17", refusal.Id);
        Assert.Equal("17", (await channel.NextAsync<DashboardMessage.Snapshot>()).Id);
    }

    [Fact]
    public async Task A_request_beyond_16_KB_closes_the_channel()
    {
        using var channel = await DashboardChannel.OpenAsync(_api);

        await channel.SubscribeAsync(new string('x', 17 * 1024), "revenue.won");

        Assert.Null(await channel.NextAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, channel.CloseStatus);
    }

    [Fact]
    public async Task A_binary_request_closes_the_channel()
    {
        using var channel = await DashboardChannel.OpenAsync(_api);

        await channel.SendAsync(Encoding.UTF8.GetBytes("{}"));

        Assert.Null(await channel.NextAsync());
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, channel.CloseStatus);
    }

    [Fact]
    public async Task A_reader_that_closes_gets_a_goodbye()
    {
        using var channel = await DashboardChannel.OpenAsync(_api);

        await channel.CloseAsync();

        Assert.Equal(WebSocketCloseStatus.NormalClosure, channel.CloseStatus);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_is_not_let_in(string origin)
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => DashboardChannel.OpenAsync(_api, origin));

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_this_machine_is_let_in()
    {
        using var channel = await DashboardChannel.OpenAsync(_api, "http://localhost:5080");

        await channel.SubscribeAsync("tiles", "revenue.won");

        await channel.NextAsync<DashboardMessage.Snapshot>();
    }

    private async Task<long> ReadSequenceAsync()
    {
        using var channel = await DashboardChannel.OpenAsync(_api);
        await channel.SubscribeAsync("tiles", "*");
        return (await channel.NextAsync<DashboardMessage.Snapshot>()).Data.Sequence;
    }
}
