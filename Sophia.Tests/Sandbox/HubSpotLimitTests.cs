using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Sophia.Tests.Sandbox;

public sealed class HubSpotLimitTests
{
    private const string List = "/crm/v3/objects/deals?limit=1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("wrong-token")]
    public async Task Without_the_token_nothing_is_given(string? token)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        sandbox.Anonymous.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        using var response = await sandbox.Anonymous.GetAsync(List, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var error = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(("error", "INVALID_AUTHENTICATION"), (error.GetProperty("status").GetString(), error.GetProperty("category").GetString()));
        Assert.Equal(response.Headers.GetValues("X-HubSpot-Correlation-Id").Single(), error.GetProperty("correlationId").GetString());
    }

    [Fact]
    public async Task The_request_past_the_limit_answers_429_until_ten_seconds_have_passed()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(clock, ("RateLimits", "on"), ("RequestsPerTenSeconds", "3"));
        List<string> remaining = [];
        for (var request = 0; request < 3; request++)
        {
            using var granted = await sandbox.HubSpot.GetAsync(List, Cancellation);
            Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
            Assert.Equal("3", granted.Headers.GetValues("X-HubSpot-RateLimit-Max").Single());
            Assert.Equal("10000", granted.Headers.GetValues("X-HubSpot-RateLimit-Interval-Milliseconds").Single());
            remaining.Add(granted.Headers.GetValues("X-HubSpot-RateLimit-Remaining").Single());
        }

        using var refused = await sandbox.HubSpot.GetAsync(List, Cancellation);
        var body = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(10));
        using var later = await sandbox.HubSpot.GetAsync(List, Cancellation);

        Assert.Equal(["2", "1", "0"], remaining);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(
            ["status", "message", "errorType", "correlationId", "policyName", "requestId"],
            body.EnumerateObject().Select(property => property.Name),
            StringComparer.Ordinal);
        Assert.Equal(
            ("error", "RATE_LIMIT", "TEN_SECONDLY_ROLLING"),
            (body.GetProperty("status").GetString(), body.GetProperty("errorType").GetString(), body.GetProperty("policyName").GetString()));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task The_sixth_search_in_a_second_is_refused_by_the_second_while_listing_goes_on()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(clock, ("RateLimits", "on"));
        for (var search = 0; search < 5; search++)
        {
            Assert.Equal(200, (await sandbox.PostAsync("/crm/v3/objects/deals/search", "{}")).Status);
        }

        var (status, body) = await sandbox.PostAsync("/crm/v3/objects/deals/search", "{}");
        using var list = await sandbox.HubSpot.GetAsync(List, Cancellation);

        Assert.Equal((429, "SECONDLY"), (status, body.GetProperty("policyName").GetString()));
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await sandbox.PostAsync("/crm/v3/objects/deals/search", "{}")).Status);
    }

    [Fact]
    public async Task Injected_faults_hit_the_next_requests_and_then_stop()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        using var set = await sandbox.Anonymous.PostAsJsonAsync("/sandbox/faults", new { count = 2, status = 500 }, Cancellation);
        List<int> statuses = [];
        for (var request = 0; request < 3; request++)
        {
            using var response = await sandbox.HubSpot.GetAsync(List, Cancellation);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Equal([500, 500, 200], statuses);
    }
}
