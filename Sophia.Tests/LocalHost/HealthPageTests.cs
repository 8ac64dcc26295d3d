using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Running;
using Sophia.LocalHost.Terminal;

namespace Sophia.Tests.LocalHost;

public sealed class HealthPageTests
{
    [Fact]
    public void A_load_under_way_shows_on_the_console_how_far_it_is()
    {
        var reports = HttpHealthCheck.Parse("""
            {"status":"Degraded","checks":{
              "self":{"status":"Healthy"},
              "hubspot":{"status":"Degraded","description":"12,300 of 20,000 deals","data":{"progress":0.615}}}}
            """u8.ToArray());

        var agents = new ResourceSnapshot("agents", "Project") { State = "Running", HealthReports = reports };

        Assert.Equal("agents     Running    Degraded   [############........] 62 % 12,300 of 20,000 deals", ResourceRow.Line(agents));
        Assert.True(agents.IsReady);
    }

    [Theory]
    [InlineData("Healthy")]
    [InlineData("""{"checks":{"self":"fine"}}""")]
    [InlineData("[1, 2]")]
    public void A_page_that_is_not_a_report_has_no_checks(string body) =>
        Assert.Empty(HttpHealthCheck.Parse(System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task A_service_that_does_not_answer_is_unhealthy_and_says_why()
    {
        using var http = new HttpClient();

        // Port 9 of a development machine has no listener.
        var reports = await HttpHealthCheck.RunAsync(http, new Uri("http://127.0.0.1:9/health"), TestContext.Current.CancellationToken);

        var report = Assert.Single(reports);
        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("refused", report.Description, StringComparison.Ordinal);
    }
}
