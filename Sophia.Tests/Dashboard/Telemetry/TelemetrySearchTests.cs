using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class TelemetrySearchTests
{
    [Theory]
    [InlineData("invoice", "Error Log Metric Span Timeline")]
    [InlineData("4711", "Log")]
    [InlineData("nothing like it", "")]
    [InlineData(Trace, "Log Trace")]
    [InlineData("aaaaaaaaaaaaaaaa", "Log Span")]
    public async Task One_box_finds_everything(string text, string expected)
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("traces", Spans(
            Process("billing"), Span("POST /invoices", "aaaaaaaaaaaaaaaa", failed: true).WithException("InvoiceException", "no", ""), Span("other", "bbbbbbbbbbbbbbbb")));
        await dashboard.AcceptAsync("logs", Logs(
            Process("billing"), Log("An Invoice was lost", attributes: Attribute("number", 4711), trace: Trace, span: "aaaaaaaaaaaaaaaa"), Log("something else")));
        await dashboard.AcceptAsync("metrics", Measures(Process("billing"), Gauge("invoice.count", (Now, 1)), Gauge("else", (Now, 1))));
        dashboard.Get<Sophia.Dashboard.Telemetry.Timeline.TimelineLog>().Record(new Sophia.Dashboard.Telemetry.Timeline.TimelineEvent(
            Now, Sophia.Dashboard.Telemetry.Timeline.TimelineKind.Command, "Restarted the invoice worker", "billing", Detail: null, "token"));

        var hits = (await dashboard.ReadAsync($"search?search={Uri.EscapeDataString(text)}")).GetProperty("items").EnumerateArray();

        Assert.Equal(expected, string.Join(' ', hits.Select(static hit => hit.GetProperty("kind").GetString()).Order(StringComparer.Ordinal)));
    }
}
