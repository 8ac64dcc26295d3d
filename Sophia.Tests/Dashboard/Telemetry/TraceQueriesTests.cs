using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class TraceQueriesTests
{
    private const string Other = "0000000000000000000000000000000a";

    [Fact]
    public async Task A_trace_over_three_services_is_one_line_of_the_list()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await SendOrderAsync(dashboard);

        var trace = Assert.Single(await dashboard.ReadItemsAsync("traces"));

        Assert.Equal("GET /page", trace.GetProperty("name").GetString());
        Assert.Equal("web", trace.GetProperty("service").GetString());
        Assert.Equal("00:00:04", trace.GetProperty("duration").GetString());
        Assert.Equal(5, trace.GetProperty("spans").GetInt32());
        Assert.Equal(1, trace.GetProperty("errors").GetInt32());
        Assert.Equal(["web 2 0", "api 3 1"], trace.GetProperty("resources").EnumerateArray().Select(static part =>
            $"{part.GetProperty("service").GetString()} {part.GetProperty("spans").GetInt32()} {part.GetProperty("errors").GetInt32()}"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_waterfall_has_depths_logs_links_backlinks_and_peers_that_send_nothing()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await SendOrderAsync(dashboard);
        var linking = Span("consume", "1111111111111111", trace: Other, kind: "consumer");
        linking["links"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["traceId"] = Trace, ["spanId"] = "cccccccccccccccc" });
        await dashboard.AcceptAsync("traces", Spans(Process("agents"), linking));
        await dashboard.AcceptAsync("logs", Logs(Process("api"), Log("Order failed", 17, trace: Trace, span: "cccccccccccccccc")));

        var nodes = (await dashboard.ReadAsync($"traces/{Trace}")).GetProperty("nodes").EnumerateArray().ToArray();

        Assert.Equal(
            ["0 GET /page", "1 GET", "2 GET /orders", "3 SELECT", "0 orphan"],
            nodes.Select(static node => $"{node.GetProperty("depth").GetInt32()} {node.GetProperty("span").GetProperty("name").GetString()}"), StringComparer.Ordinal);
        Assert.Equal([null, null, null, "postgresql sophiadb", null], nodes.Select(static node => node.GetProperty("uninstrumentedPeer").GetString()), StringComparer.Ordinal);
        Assert.True(nodes[4].GetProperty("parentMissing").GetBoolean());
        Assert.Equal("Order failed", nodes[2].GetProperty("logs")[0].GetProperty("message").GetString());
        Assert.Equal(Other, nodes[2].GetProperty("backlinks")[0].GetProperty("traceId").GetString());
        var link = (await dashboard.ReadAsync($"traces/{Other}")).GetProperty("nodes")[0].GetProperty("span").GetProperty("links")[0];
        Assert.Equal(Trace, link.GetProperty("traceId").GetString());
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?resource=api", 1)]
    [InlineData("?resource=nobody", 0)]
    [InlineData("?hasError=true", 1)]
    [InlineData("?hasError=false", 1)]
    [InlineData("?minMs=3000", 1)]
    [InlineData("?maxMs=3000", 1)]
    [InlineData("?category=database", 1)]
    [InlineData("?search=ORDERS", 1)]
    [InlineData("?filter=db.system.name=postgresql", 1)]
    [InlineData("?filter=http.response.status_code>499", 1)]
    [InlineData("?filter=http.response.status_code<400", 0)]
    [InlineData("?filter=service.name=batch", 1)]
    [InlineData("?resource=api&filter=db.namespace~PHIA&kind=client", 1)]
    public async Task Traces_are_found_by_what_one_of_their_spans_is(string query, int expected)
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await SendOrderAsync(dashboard);
        await dashboard.AcceptAsync("traces", Spans(Process("batch"), Span("nightly", "2222222222222222", kind: "internal", trace: Other)));

        Assert.Equal(expected, (await dashboard.ReadItemsAsync("traces" + query)).Length);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        for (var number = 1; number <= 25; number++)
        {
            // Each trace comes in two requests.
            await dashboard.AcceptAsync("traces", Spans(Process("api"), Span("part", $"{number:x16}", $"{number + 100:x16}", trace: $"{number:x32}", ago: 50 - number)));
            await dashboard.AcceptAsync("traces", Spans(Process("api"), Span("whole", $"{number + 100:x16}", trace: $"{number:x32}", ago: 50 - number)));
        }

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await dashboard.ReadAsync($"traces?limit=10{(cursor.Length == 0 ? "" : "&cursor=" + cursor)}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(static trace => trace.GetProperty("traceId").GetString()!));
            Assert.All(page.GetProperty("items").EnumerateArray(), static trace => Assert.Equal(2, trace.GetProperty("spans").GetInt32()));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(static number => $"{number:x32}"), seen, StringComparer.Ordinal);
    }

    private static async Task SendOrderAsync(TestDashboard dashboard)
    {
        await dashboard.AcceptAsync("traces", Spans(
            Process("web"), Span("GET /page", "aaaaaaaaaaaaaaaa", ago: 10, seconds: 4),
            Span("GET", "bbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaa", "client", ago: 9.5, seconds: 3, attributes: Attribute("server.address", "api"))));
        await dashboard.AcceptAsync("traces", Spans(
            Process("api"),
            Span("GET /orders", "cccccccccccccccc", "bbbbbbbbbbbbbbbb", ago: 9, seconds: 2, failed: true, attributes: Attribute("http.response.status_code", 500)),
            Span(
                "SELECT", "dddddddddddddddd", "cccccccccccccccc", "client", ago: 8.5, seconds: 0.5,
                attributes: [Attribute("db.system.name", "postgresql"), Attribute("db.namespace", "sophiadb")]),
            Span("orphan", "eeeeeeeeeeeeeeee", "9999999999999999", "internal", ago: 8.4, seconds: 0.1)));
    }
}
