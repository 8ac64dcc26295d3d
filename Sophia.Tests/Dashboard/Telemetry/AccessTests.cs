using System.Net;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class AccessTests
{
    [Fact]
    public async Task Nothing_is_told_without_the_token()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("traces", Spans(Process("api"), Span("GET /orders", "aaaaaaaaaaaaaaaa")));
        using var stranger = new HttpClient { BaseAddress = dashboard.Api.BaseAddress };

        using var without = await stranger.GetAsync("/api/telemetry/spans", TestContext.Current.CancellationToken);
        using var wrong = await stranger.GetAsync("/api/telemetry/spans?t=wrong", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, wrong.StatusCode));
    }

    [Fact]
    public async Task The_link_signs_a_browser_in_and_leaves_the_address()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = dashboard.Api.BaseAddress };

        using var link = await browser.GetAsync($"/api/telemetry/resources?t={TestDashboard.Token}&a=b", TestContext.Current.CancellationToken);
        using var page = await browser.GetAsync(link.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, "/api/telemetry/resources?a=b"), (link.StatusCode, link.Headers.Location!.ToString()));
        var cookie = Assert.Single(link.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(TestDashboard.Token, cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Tools_may_send_the_token_as_API_key()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        using var tool = new HttpClient { BaseAddress = dashboard.Api.BaseAddress };
        tool.DefaultRequestHeaders.Add("x-api-key", TestDashboard.Token);

        Assert.Equal("[]", await tool.GetStringAsync("/api/telemetry/resources", TestContext.Current.CancellationToken));
    }
}
