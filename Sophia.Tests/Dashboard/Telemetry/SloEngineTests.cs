using Microsoft.Extensions.Time.Testing;
using Sophia.Dashboard.Telemetry.Slos;
using Sophia.Dashboard.Telemetry.Timeline;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class SloEngineTests
{
    private static readonly SloDefinition s_availability = new("", "Orders work", "api", "GET /orders", SloKind.Availability, 0.99, Threshold: null, WindowDays: 30);

    [Fact]
    public async Task Budget_and_burn_rates_are_computed_from_requests_before_and_after_the_objective_was_made()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await SendAsync(dashboard, first: 1, count: 500, failed: 2);
        var slos = dashboard.Get<SloEngine>();
        slos.Save(s_availability);
        await SendAsync(dashboard, first: 1000, count: 500, failed: 3);
        await dashboard.AcceptAsync("traces", Spans(Process("api"), Span("GET /else", "00000000000fffff", failed: true)));

        var status = Assert.Single(slos.Status());

        // 5 of 1,000 failed and 10 may fail: half the budget is left, and it burns at half the rate that would just last.
        Assert.Equal((1000, 995, 0.995), (status.Total, status.Good, status.Measured));
        Assert.Equal(0.5, status.BudgetRemaining!.Value, 9);
        Assert.Equal([0.5, 0.5, 0.5], status.Alerts.Select(static alert => Math.Round(alert.LongBurnRate!.Value, 9)));
        Assert.Equal([(14.4, 60, 5), (6, 360, 30), (1, 4320, 360)], status.Alerts.Select(static alert => (alert.Threshold, (int)alert.LongWindow.TotalMinutes, (int)alert.ShortWindow.TotalMinutes)));
    }

    [Fact]
    public async Task A_latency_objective_counts_exactly_at_its_threshold()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        dashboard.Get<SloEngine>().Save(s_availability with { Kind = SloKind.Latency, Threshold = TimeSpan.FromSeconds(0.5) });
        await dashboard.AcceptAsync("traces", Spans(
            Process("api"), Span("GET /orders", "000000000000000a", seconds: 0.5), Span("GET /orders", "000000000000000b", seconds: 0.5001), Span("GET /orders", "000000000000000c", seconds: 0.1)));

        var status = Assert.Single(dashboard.Get<SloEngine>().Status());

        Assert.Equal((3, 2), (status.Total, status.Good));
    }

    [Fact]
    public async Task A_connection_that_stays_open_is_no_slow_request_of_a_latency_objective()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await ConnectAsync("000000000000000a");
        dashboard.Get<SloEngine>().Save(s_availability with { Operation = null, Kind = SloKind.Latency, Threshold = TimeSpan.FromSeconds(0.5) });
        dashboard.Get<SloEngine>().Save(s_availability with { Operation = null });
        await ConnectAsync("000000000000000b");

        Assert.Equal(
            [(SloKind.Availability, 4L, 4L), (SloKind.Latency, 2L, 2L)],
            dashboard.Get<SloEngine>().Status().Select(static status => (status.Definition.Kind, status.Total, status.Good)).Order());

        Task ConnectAsync(string id) => dashboard.AcceptAsync("traces", Spans(
            Process("api"), Span("GET /ws/live", id, seconds: 600, attributes: Attribute("http.response.status_code", 101)), Span("GET /orders", $"1{id[1..]}", seconds: 0.1)));
    }

    [Fact]
    public async Task An_alert_fires_when_both_windows_burn_and_ceases_when_the_short_one_no_longer_does()
    {
        var clock = new FakeTimeProvider(Now);
        await using var dashboard = await TestDashboard.StartAsync(clock: clock);
        var slos = dashboard.Get<SloEngine>();
        slos.Save(s_availability);
        await SendAsync(dashboard, first: 1, count: 100, failed: 20);

        slos.Evaluate();
        Assert.All(slos.Status()[0].Alerts, alert => Assert.Equal(Now, alert.FiringSince));
        clock.AdjustTime(Now.AddMinutes(10));
        slos.Evaluate();
        var alerts = slos.Status()[0].Alerts;

        // Nothing came for ten minutes: the windows of 5 minutes have nothing to say, those of 30 minutes and 6 hours still burn.
        Assert.Equal([null, Now, Now], alerts.Select(static alert => alert.FiringSince));
        Assert.Null(alerts[0].ShortBurnRate);
        Assert.Equal(
            [(TimelineKind.AlertResolved, 1), (TimelineKind.AlertFired, 3)],
            dashboard.Get<TimelineLog>().Find(Now.AddHours(-1), Now.AddHours(1)).Where(static entry => entry.Kind is TimelineKind.AlertFired or TimelineKind.AlertResolved)
                .GroupBy(static entry => entry.Kind).Select(static group => (group.Key, group.Count())));
    }

    [Fact]
    public async Task Objectives_and_their_counts_outlive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("sophia-dashboard-");
        try
        {
            SloDefinition saved;
            await using (var dashboard = await TestDashboard.StartAsync(folder.FullName))
            {
                saved = dashboard.Get<SloEngine>().Save(s_availability);
                await SendAsync(dashboard, first: 1, count: 100, failed: 1);
            }

            // Without the spans: the counts are kept by themselves.
            foreach (var spans in Directory.EnumerateFiles(folder.FullName, "spans-*.log"))
            {
                File.Delete(spans);
            }

            await using var again = await TestDashboard.StartAsync(folder.FullName);
            var status = Assert.Single(again.Get<SloEngine>().Status());
            Assert.Equal((saved, 100, 99), (status.Definition, status.Total, status.Good));
            Assert.True(again.Get<SloEngine>().Remove(saved.Id));
            Assert.Empty(again.Get<SloEngine>().Status());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("{\"name\":\"\",\"service\":\"api\",\"kind\":\"availability\",\"objective\":0.99,\"windowDays\":30}")]
    [InlineData("{\"name\":\"x\",\"service\":\"api\",\"kind\":\"availability\",\"objective\":1,\"windowDays\":30}")]
    [InlineData("{\"name\":\"x\",\"service\":\"api\",\"kind\":\"availability\",\"objective\":0.9,\"windowDays\":31}")]
    [InlineData("{\"name\":\"x\",\"service\":\"api\",\"kind\":\"latency\",\"objective\":0.9,\"windowDays\":30}")]
    [InlineData("nonsense")]
    public async Task An_objective_that_makes_no_sense_is_refused(string json)
    {
        await using var dashboard = await TestDashboard.StartAsync();

        using var answer = await dashboard.Api.PostAsync(
            "/api/telemetry/slos", new StringContent(json, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(dashboard.Get<SloEngine>().Status());
    }

    private static Task SendAsync(TestDashboard dashboard, int first, int count, int failed) => dashboard.AcceptAsync("traces", Spans(
        Process("api"), [.. Enumerable.Range(first, count).Select(number => Span("GET /orders", $"{number:x16}", failed: number < first + failed))]));
}
