using Microsoft.Extensions.Time.Testing;
using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Timeline;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class AlertEngineTests
{
    private static readonly AlertRule s_rule = new(
        "", "The queue is long", "api", "Shop.Orders", "depth", [], AlertMeasure.Last, Above: true, 100, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30));

    [Fact]
    public async Task A_rule_waits_fires_ceases_and_says_no_data()
    {
        var clock = new FakeTimeProvider(Now);
        await using var dashboard = await TestDashboard.StartAsync(clock: clock);
        var alerts = dashboard.Get<AlertEngine>();
        var rule = alerts.Save(s_rule);
        Assert.Equal(AlertState.NoData, State(0));

        await SendAsync(dashboard, 1, 150);
        Assert.Equal(AlertState.Pending, State(2));
        await SendAsync(dashboard, 30, 160);
        Assert.Equal(AlertState.Firing, State(33));
        Assert.Equal((160.0, Now.AddSeconds(33)), (alerts.Status()[0].Value, alerts.Status()[0].Since));
        await SendAsync(dashboard, 40, 20);
        Assert.Equal(AlertState.Ok, State(41));
        Assert.Equal(AlertState.NoData, State(400));

        Assert.Equal(
            [TimelineKind.AlertResolved, TimelineKind.AlertFired],
            dashboard.Get<TimelineLog>().Find(Now, Now.AddHours(1), "api").Where(static entry => entry.Kind != TimelineKind.Started).Select(static entry => entry.Kind));
        Assert.True(alerts.Remove(rule.Id));

        AlertState State(double seconds)
        {
            clock.AdjustTime(Now.AddSeconds(seconds));
            alerts.Evaluate(TestContext.Current.CancellationToken);
            return alerts.Status()[0].State;
        }
    }

    [Fact]
    public async Task Rules_outlive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("sophia-dashboard-");
        try
        {
            await using (var dashboard = await TestDashboard.StartAsync(folder.FullName))
            {
                dashboard.Get<AlertEngine>().Save(s_rule);
            }

            await using var again = await TestDashboard.StartAsync(folder.FullName);
            Assert.Equal("The queue is long", Assert.Single(again.Get<AlertEngine>().Status()).Rule.Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task SendAsync(TestDashboard dashboard, double seconds, double value) =>
        dashboard.AcceptAsync("metrics", Measures(Process("api"), Gauge("depth", (Now.AddSeconds(seconds), value))));
}
