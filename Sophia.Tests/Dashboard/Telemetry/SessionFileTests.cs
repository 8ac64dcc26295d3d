using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class SessionFileTests
{
    private static readonly string[] s_questions =
    [
        $"traces/{Trace}", "logs", "metrics",
        $"metrics/points?resource=api&meter=Shop.Orders&instrument=orders&step=10&from={Uri.EscapeDataString(Now.AddSeconds(-20).ToString("O"))}&to={Uri.EscapeDataString(Now.ToString("O"))}",
    ];

    [Fact]
    public async Task A_session_that_is_exported_here_is_the_same_there()
    {
        await using var here = await TestDashboard.StartAsync();
        await here.AcceptAsync("traces", Spans(
            Process("api", "i1"), Span("GET /orders", "aaaaaaaaaaaaaaaa", failed: true, attributes: Attribute("amount", 42)).WithException("E", "m", "s"),
            Span("SELECT", "bbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaa", "client")));
        await here.AcceptAsync("logs", Logs(Process("api", "i1"), Log("Grüße", 17, trace: Trace, span: "aaaaaaaaaaaaaaaa")));
        await here.AcceptAsync("metrics", Measures(
            Process("api", "i1"), Counter("orders", Now.AddSeconds(-60), "/a", (Now.AddSeconds(-20), 10), (Now.AddSeconds(-10), 30)), Gauge("depth", (Now, 1.5))));

        var file = await here.Api.GetByteArrayAsync("/api/telemetry/session", TestContext.Current.CancellationToken);
        await using var there = await TestDashboard.StartAsync();
        using var answer = await there.Api.PostAsync("/api/telemetry/session", new ByteArrayContent(file), TestContext.Current.CancellationToken);

        Assert.Equal("""{"spans":2,"logs":1,"points":4,"rejected":0}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var question in s_questions)
        {
            Assert.Equal((await here.ReadAsync(question)).ToString(), (await there.ReadAsync(question)).ToString());
        }
    }

    [Fact]
    public async Task What_is_no_session_is_refused()
    {
        await using var dashboard = await TestDashboard.StartAsync();

        using var answer = await dashboard.Api.PostAsync("/api/telemetry/session", new ByteArrayContent([1, 2, 3]), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
