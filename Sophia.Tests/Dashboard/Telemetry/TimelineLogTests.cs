using Microsoft.Extensions.Time.Testing;
using Sophia.Dashboard.Telemetry.Timeline;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class TimelineLogTests
{
    [Fact]
    public async Task Starts_replicas_restarts_and_deployments_are_told_apart()
    {
        var clock = new FakeTimeProvider(Now);
        await using var dashboard = await TestDashboard.StartAsync(clock: clock);

        await SeeAsync("i1", "1.0");
        await SeeAsync("i2", "1.0");
        clock.AdjustTime(Now.AddMinutes(5));
        await SeeAsync("i3", "1.0");
        clock.AdjustTime(Now.AddMinutes(10));
        await SeeAsync("i4", "1.1");
        await SeeAsync("i4", "1.1");

        Assert.Equal(
            ["api 1.1 deployed", "api restarted", "api started", "api started"],
            dashboard.Get<TimelineLog>().Find(Now.AddMinutes(-1), Now.AddHours(1), "api").Select(static entry => entry.Title), StringComparer.Ordinal);

        Task SeeAsync(string instance, string version) =>
            dashboard.AcceptAsync("traces", Spans(Process("api", instance, version), Span("GET /", "aaaaaaaaaaaaaaaa")));
    }
}
