using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sophia.Tests.Api;

public sealed class ProblemTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private readonly ApiServer _api = quiet.Server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/no/such/thing", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/dashboard/metrics", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/ws/dashboard", HttpStatusCode.UpgradeRequired)]
    [InlineData("POST", "/webhooks/nobody", HttpStatusCode.NotFound)]
    public async Task Every_error_is_a_problem_with_the_callers_trace(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        // A browser's: it does not ask for JSON, and gets it all the same.
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = _api.Address };

        using var response = await client.SendAsync(request, Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", problem.GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task A_failure_inside_tells_nothing_of_the_inside()
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        await using (var command = api.Database.DataSource.CreateCommand("ALTER TABLE sales_rollup RENAME TO sales_rollup_gone"))
        {
            await command.ExecuteNonQueryAsync(Token);
        }

        using var response = await api.Client.GetAsync("/api/v1/dashboard/metrics", Token);
        var body = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(["title", "status", "traceId"], JsonDocument.Parse(body).RootElement.EnumerateObject().Select(static member => member.Name), StringComparer.Ordinal);
        Assert.DoesNotContain("sales_rollup", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_points_its_own_name_at_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/dashboard/metrics");
        request.Headers.Host = "evil.example";

        using var response = await _api.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://[::]:0")]
    public void An_address_that_other_machines_can_reach_stops_the_start(string urls)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Sophia.Api.ApiApplication.Create(["--urls", urls, "--HubSpot:WebhookSecret=x", "--HubSpot:WebhookUrl=https://x.example/"]));

        Assert.Contains("can be reached by other machines", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_may_not_be_framed_sniffed_or_run()
    {
        using var response = await _api.Client.GetAsync("/api/v1/dashboard/metrics", Token);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }
}
