using System.Text.Json;
using System.Text.Json.Nodes;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class ServiceQueriesTests
{
    [Fact]
    public async Task Rate_errors_and_duration_are_those_of_the_requests()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("traces", Spans(
            Process("api"),
            [
                .. Enumerable.Range(1, 100).Select(static number => Span("GET /orders", $"{number:x16}", trace: $"{number:x32}", ago: 30, seconds: number / 100.0, failed: number > 95)),
                Span("POST /orders", "00000000000000f0", trace: "000000000000000000000000000000f0", ago: 30, seconds: 0.2),
                // What a service does inside and asks of others are not its requests.
                Span("inside", "00000000000000f1", kind: "internal", ago: 30), Span("asks", "00000000000000f2", kind: "client", ago: 30),
            ]));

        var service = Assert.Single((await dashboard.ReadAsync($"services?from={Time(-60)}&to={Time(0)}")).GetProperty("services").EnumerateArray());

        var totals = service.GetProperty("totals");
        Assert.Equal((101, 5), (totals.GetProperty("requests").GetInt64(), totals.GetProperty("errors").GetInt64()));
        Assert.Equal(101 / 60.0, totals.GetProperty("perSecond").GetDouble(), 2);
        var orders = service.GetProperty("endpoints")[0];
        Assert.Equal("GET /orders", orders.GetProperty("operation").GetString());
        // Buckets are 9 % wide.
        Assert.InRange(Seconds(orders, "p50"), 0.5, 0.5 * 1.1);
        Assert.InRange(Seconds(orders, "p90"), 0.9, 0.9 * 1.1);
        Assert.Equal(1.0, Seconds(orders, "maximum"), 3);
        Assert.Equal($"{100:x32}", orders.GetProperty("slowestTraceId").GetString());
        Assert.Equal(101, service.GetProperty("requestTrend").EnumerateArray().Sum(static count => count.GetInt64()));
        var heat = await dashboard.ReadAsync($"services/heatmap?service=api&operation=GET%20/orders&from={Time(-60)}&to={Time(0)}&columns=6");
        Assert.Equal(100, heat.GetProperty("counts").EnumerateArray().SelectMany(static column => column.EnumerateArray()).Sum(static count => count.GetInt64()));
        Assert.Equal(6, heat.GetProperty("counts").GetArrayLength());
    }

    [Fact]
    public async Task The_map_shows_services_their_calls_and_peers_that_send_nothing()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("traces", Spans(
            Process("web"), Span("GET /page", "000000000000000a"), Span("GET", "000000000000000b", "000000000000000a", "client"),
            Span("send", "000000000000000e", "000000000000000a", "producer", attributes: Attribute("messaging.system", "rabbitmq"))));
        await dashboard.AcceptAsync("traces", Spans(
            Process("api"), Span("GET /orders", "000000000000000c", "000000000000000b", failed: true),
            Span("SELECT", "000000000000000d", "000000000000000c", "client", attributes: [Attribute("db.system.name", "postgresql"), Attribute("db.namespace", "shop")]),
            Span("GET", "000000000000000f", "000000000000000c", "client", attributes: [Attribute("server.address", "api.hubapi.com"), Attribute("http.request.method", "GET")])));
        await dashboard.AcceptAsync("traces", Spans(Process("agents"), Span("handle", "0000000000000010", "000000000000000e", "consumer")));

        var map = await dashboard.ReadAsync($"services/map?from={Time(-120)}&to={Time(60)}");

        Assert.Equal(
            ["api → api.hubapi.com 1/0", "api → postgresql shop 1/0", "web → agents 1/0", "web → api 1/1"],
            map.GetProperty("edges").EnumerateArray().Select(static edge =>
                $"{edge.GetProperty("from").GetString()} → {edge.GetProperty("to").GetString()} {edge.GetProperty("totals").GetProperty("requests")}/{edge.GetProperty("totals").GetProperty("errors")}")
                .Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(
            ["agents service", "api service", "api.hubapi.com http", "postgresql shop database", "web service"],
            map.GetProperty("nodes").EnumerateArray().Select(static node => $"{node.GetProperty("name").GetString()} {node.GetProperty("kind").GetString()}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    public static TheoryData<string, JsonObject[]> Connections => new()
    {
        { "WebSocket", [Attribute("http.request.method", "GET"), Attribute("http.route", "/ws/live"), Attribute("http.response.status_code", 101)] },
        { "WebSocket by the older names", [Attribute("http.method", "GET"), Attribute("http.status_code", 101)] },
        { "WebSocket over HTTP/2", [Attribute("http.request.method", "CONNECT"), Attribute("http.response.status_code", 200)] },
        { "WebSocket by its scheme", [Attribute("url.scheme", "wss")] },
        { "Blazor circuit by long polling", [Attribute("http.request.method", "GET"), Attribute("http.route", "/_blazor/"), Attribute("http.response.status_code", 200)] },
    };

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task A_connection_that_stays_open_counts_as_traffic_and_not_as_latency(string what, JsonObject[] attributes)
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("traces", Spans(Process("web"), Span("connect", "000000000000000a", kind: "client", seconds: 600, attributes: [.. attributes.Select(Copy)])));
        await dashboard.AcceptAsync("traces", Spans(
            Process("api"),
            Span(what, "000000000000000b", "000000000000000a", seconds: 600, failed: true, attributes: attributes),
            Span("GET /orders", "000000000000000c", seconds: 0.1, attributes: [Attribute("http.route", "/orders"), Attribute("http.response.status_code", 200), Attribute("url.scheme", "http")])));

        var api = Assert.Single((await dashboard.ReadAsync("services")).GetProperty("services").EnumerateArray());
        var connection = Assert.Single(api.GetProperty("endpoints").EnumerateArray(), endpoint => endpoint.GetProperty("operation").GetString() == what);
        var edge = Assert.Single((await dashboard.ReadAsync("services/map")).GetProperty("edges").EnumerateArray());
        var heat = await dashboard.ReadAsync("services/heatmap?service=api");

        Assert.Equal((2, 1), (api.GetProperty("totals").GetProperty("requests").GetInt64(), api.GetProperty("totals").GetProperty("errors").GetInt64()));
        Assert.Equal(0.1, Seconds(api, "p99"), 3);
        Assert.Equal(0.1, Seconds(api, "maximum"), 3);
        Assert.Equal((1, 1), (connection.GetProperty("totals").GetProperty("requests").GetInt64(), connection.GetProperty("totals").GetProperty("errors").GetInt64()));
        Assert.Equal(JsonValueKind.Null, connection.GetProperty("totals").GetProperty("p50").ValueKind);
        Assert.Equal(JsonValueKind.Null, connection.GetProperty("slowestTraceId").ValueKind);
        Assert.Equal(Trace, connection.GetProperty("failedTraceId").GetString());
        Assert.Equal((1, JsonValueKind.Null), (edge.GetProperty("totals").GetProperty("requests").GetInt64(), edge.GetProperty("totals").GetProperty("p90").ValueKind));
        Assert.Equal(1, heat.GetProperty("counts").EnumerateArray().SelectMany(static column => column.EnumerateArray()).Sum(static count => count.GetInt64()));
        Assert.Single(await dashboard.ReadItemsAsync("traces?minMs=500000"));
    }

    [Fact]
    public async Task A_call_that_nobody_answered_goes_to_the_service_that_answers_others_at_its_address()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("traces", Spans(
            Process("web"), Call("00000000000000a1", "10.0.0.1", failed: false), Call("00000000000000a2", "10.0.0.1", failed: true),
            // Behind one address are two services: who did not answer is not known.
            Call("00000000000000b1", "10.0.0.9", failed: false), Call("00000000000000b2", "10.0.0.9", failed: false), Call("00000000000000b3", "10.0.0.9", failed: true)));
        await dashboard.AcceptAsync("traces", Spans(
            Process("api"), Span("GET", "00000000000000c1", "00000000000000a1"), Span("GET", "00000000000000c2", "00000000000000b1")));
        await dashboard.AcceptAsync("traces", Spans(Process("search"), Span("GET", "00000000000000d1", "00000000000000b2")));

        var map = await dashboard.ReadAsync("services/map");

        Assert.Equal(
            ["10.0.0.9 1/1", "api 3/1", "search 1/0"],
            map.GetProperty("edges").EnumerateArray().Select(static edge =>
                $"{edge.GetProperty("to").GetString()} {edge.GetProperty("totals").GetProperty("requests")}/{edge.GetProperty("totals").GetProperty("errors")}")
                .Order(StringComparer.Ordinal), StringComparer.Ordinal);

        static JsonObject Call(string id, string address, bool failed) => Span(
            "GET", id, kind: "client", failed: failed, attributes: [Attribute("server.address", address), Attribute("http.request.method", "GET")]);
    }

    private static JsonObject Copy(JsonObject attribute) => attribute.DeepClone().AsObject();

    private static double Seconds(JsonElement endpoint, string name) =>
        TimeSpan.Parse(endpoint.GetProperty("totals").GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture).TotalSeconds;

    private static string Time(double seconds) => Uri.EscapeDataString(Now.AddSeconds(seconds).ToString("O"));
}
