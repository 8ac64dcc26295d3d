using System.Text.Json;
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

    private static double Seconds(JsonElement endpoint, string name) =>
        TimeSpan.Parse(endpoint.GetProperty("totals").GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture).TotalSeconds;

    private static string Time(double seconds) => Uri.EscapeDataString(Now.AddSeconds(seconds).ToString("O"));
}
