using System.Text.Json;
using System.Text.Json.Nodes;
using Sophia.Dashboard.Telemetry.Errors;
using Sophia.Dashboard.Telemetry.Slos;
using Sophia.Dashboard.Telemetry.Traces;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class SamplingTests
{
    private const string Stack = "System.TimeoutException: too slow\n   at Shop.Orders.Place(Order order)";
    private const int Requests = 2_000;

    // Keeps a tenth, at six digits.
    private const string Tenth = "ot=th:e66666";
    private const ulong Rejected = 0xe6666600000000;

    // 200 kept of 2,000: one standard deviation is 7 % of the estimate, and the traces are the same in every run.
    private const double Error = 0.15;

    [Fact]
    public async Task Figures_of_a_tenth_of_the_requests_are_those_of_all()
    {
        await using var all = await TestDashboard.StartAsync();
        await using var tenth = await TestDashboard.StartAsync();
        await SendAsync(all, traceState: null, static _ => true);
        await SendAsync(tenth, Tenth, static trace => (ulong)(trace & 0xffffffffffffff) >= Rejected);

        var (known, estimated) = (await FiguresAsync(all), await FiguresAsync(tenth));

        Assert.Equal(Requests, known["requests"]);
        Assert.InRange(estimated["kept"], 150, 250);
        Assert.All(known.Keys.Except(["kept"], StringComparer.Ordinal), figure => Assert.InRange(estimated[figure], known[figure] * (1 - Error), known[figure] * (1 + Error)));
    }

    [Fact]
    public async Task A_kept_trace_says_for_how_many_it_stands()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("traces", Spans(Process("api"), WithState(Span("GET /orders", "000000000000000a", trace: "000000000000000000ffffffffffffff"), "vendor=1,ot=rv:fffffffffffffe;th:c")));

        Assert.Equal(4, Assert.Single(await dashboard.ReadItemsAsync("traces")).GetProperty("count").GetDouble());
        Assert.Equal(4, Assert.Single(await dashboard.ReadItemsAsync("spans")).GetProperty("count").GetDouble());
    }

    [Fact]
    public async Task A_failure_that_the_log_tells_too_is_one_since_no_record_is_left_out()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        const string trace = "000000000000000000ffffffffffffff";
        await dashboard.AcceptAsync("traces", Spans(Process("api"), WithState(
            Span("POST /orders", "000000000000000a", trace: trace, failed: true).WithException("System.TimeoutException", "too slow", Stack), "ot=th:c")));
        Assert.Equal(4, Assert.Single(dashboard.Get<ErrorQueries>().Find()).Count);

        await dashboard.AcceptAsync("logs", Logs(Process("api"), Log(
            "Order failed", 17, trace: trace, span: "000000000000000a",
            attributes: [Attribute("exception.type", "System.TimeoutException"), Attribute("exception.message", "too slow"), Attribute("exception.stacktrace", Stack)])));

        Assert.Equal(1, Assert.Single(dashboard.Get<ErrorQueries>().Find()).Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("ot=th:0", 1)]
    [InlineData("ot=th:8", 2)]
    [InlineData("a=b , ot=th:fc", 64)]
    [InlineData("ot=th:ffffffffffffff", 72_057_594_037_927_936.0)]
    // What is no threshold says nothing.
    [InlineData("ot=th:", 1)]
    [InlineData("ot=th:xyz", 1)]
    [InlineData("ot=th:fffffffffffffff", 1)]
    // This sender would not have kept this trace.
    [InlineData("ot=rv:00000000000001;th:8", 1)]
    public void The_share_is_read_as_the_specification_says(string traceState, double expected) =>
        Assert.Equal(expected, AdjustedCount.Read(System.Text.Encoding.UTF8.GetBytes(traceState), UInt128.MaxValue));

    private static async Task SendAsync(TestDashboard dashboard, string? traceState, Func<UInt128, bool> isKept)
    {
        dashboard.Get<SloEngine>().Save(new SloDefinition("", "Orders work", "api", "GET /orders", SloKind.Availability, 0.99, Threshold: null, WindowDays: 30));
        // The same in every run.
#pragma warning disable CA5394
        var random = new Random(5);
        var spans = Enumerable.Range(1, Requests).Select(number => (Number: number, Trace: new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64(long.MinValue, long.MaxValue))))
            .Where(request => isKept(request.Trace))
            .SelectMany(request => new[]
            {
                WithState(Span("GET /orders", $"{request.Number:x16}", trace: $"{request.Trace:x32}", ago: 30, seconds: 0.1 + (request.Number % 100 / 100.0), failed: request.Number % 2 == 0), traceState),
                WithState(
                    Span("SELECT", $"{request.Number + Requests:x16}", $"{request.Number:x16}", "client", $"{request.Trace:x32}", ago: 30, attributes: Attribute("db.system.name", "postgresql")), traceState),
            });
#pragma warning restore CA5394
        await dashboard.AcceptAsync("traces", Spans(Process("api"), [.. spans]));
    }

    private static async Task<Dictionary<string, double>> FiguresAsync(TestDashboard dashboard)
    {
        var range = $"from={Uri.EscapeDataString(Now.AddSeconds(-60).ToString("O"))}&to={Uri.EscapeDataString(Now.ToString("O"))}";
        var service = Assert.Single((await dashboard.ReadAsync($"services?{range}")).GetProperty("services").EnumerateArray());
        var totals = service.GetProperty("totals");
        var heat = await dashboard.ReadAsync($"services/heatmap?service=api&{range}&columns=6");
        var edge = Assert.Single((await dashboard.ReadAsync($"services/map?{range}")).GetProperty("edges").EnumerateArray());
        var slo = Assert.Single(dashboard.Get<SloEngine>().Status());
        return new(StringComparer.Ordinal)
        {
            ["kept"] = totals.GetProperty("kept").GetDouble(),
            ["requests"] = totals.GetProperty("requests").GetDouble(),
            ["errors"] = totals.GetProperty("errors").GetDouble(),
            ["rate"] = totals.GetProperty("perSecond").GetDouble(),
            ["endpoint"] = service.GetProperty("endpoints")[0].GetProperty("totals").GetProperty("requests").GetDouble(),
            ["trend"] = Sum(service.GetProperty("requestTrend")),
            ["errorTrend"] = Sum(service.GetProperty("errorTrend")),
            ["heat"] = heat.GetProperty("counts").EnumerateArray().Sum(Sum),
            ["map"] = edge.GetProperty("totals").GetProperty("requests").GetDouble(),
            ["slo"] = slo.Total,
            ["good"] = slo.Good,
        };
    }

    private static double Sum(JsonElement counts) => counts.EnumerateArray().Sum(static count => count.GetDouble());

    private static JsonObject WithState(JsonObject span, string? traceState)
    {
        if (traceState is not null)
        {
            span["traceState"] = traceState;
        }

        return span;
    }
}
