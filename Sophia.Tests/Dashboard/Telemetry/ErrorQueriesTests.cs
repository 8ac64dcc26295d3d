using Sophia.Dashboard.Telemetry.Errors;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class ErrorQueriesTests
{
    [Fact]
    public async Task The_same_failure_from_another_machine_and_line_is_the_same_group_and_another_one_is_not()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("traces", Spans(
            Process("api"), Failed("000000000000000a", "System.TimeoutException", Stack("a", 12), ago: 100),
            Failed("000000000000000b", "System.TimeoutException", Stack("b", 13), ago: 50),
            Failed("000000000000000c", "System.FormatException", Stack("b", 13), ago: 40), Span("GET /fine", "000000000000000d")));
        await dashboard.AcceptAsync("traces", Spans(Process("billing"), Failed("000000000000000e", "System.TimeoutException", Stack("a", 12), ago: 10)));

        var groups = dashboard.Get<ErrorQueries>().Find();

        Assert.Equal(["billing System.TimeoutException 1", "api System.FormatException 1", "api System.TimeoutException 2"], groups.Select(static group => $"{group.Service} {group.Type} {group.Count}"), StringComparer.Ordinal);
        var group = groups[2];
        Assert.Equal((Now.AddSeconds(-99), Now.AddSeconds(-49)), (group.FirstSeen, group.LastSeen), (left, right) => (left.Item1 - right.Item1).Duration() < TimeSpan.FromMilliseconds(1) && (left.Item2 - right.Item2).Duration() < TimeSpan.FromMilliseconds(1));
        Assert.Equal((Trace, "000000000000000b"), (group.TraceId, group.SpanId));
        Assert.Equal(2, group.Trend.Sum());
        Assert.Equal(groups[2], dashboard.Get<ErrorQueries>().Find(group.Fingerprint)! with { Trend = group.Trend });
    }

    [Fact]
    public async Task A_failure_that_span_and_log_both_tell_counts_once()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        var stack = Stack("a", 12);
        await dashboard.AcceptAsync("logs", Logs(Process("api"), Log(
            "Order failed", 17, trace: Trace, span: "000000000000000a",
            attributes: [Attribute("exception.type", "System.TimeoutException"), Attribute("exception.message", "too slow"), Attribute("exception.stacktrace", stack)])));
        await dashboard.AcceptAsync("traces", Spans(Process("api"), Failed("000000000000000a", "System.TimeoutException", stack, ago: 5)));

        Assert.Equal(1, Assert.Single(dashboard.Get<ErrorQueries>().Find()).Count);
    }

    private static System.Text.Json.Nodes.JsonObject Failed(string id, string type, string stack, double ago) =>
        Span("POST /orders", id, ago: ago, failed: true).WithException(type, "too slow", stack);

    private static string Stack(string machine, int line) =>
        $"System.TimeoutException: too slow\n   at Shop.Orders.Place(Order order) in /src/{machine}/Orders.cs:line {line}\n   at Shop.Api.Post()";
}
