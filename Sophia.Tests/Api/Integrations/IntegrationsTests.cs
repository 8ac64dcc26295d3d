using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Dashboard;
using Sophia.Core.Integrations;
using Sophia.Data.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Sophia.Tests.Api.Integrations;

public sealed class IntegrationsTests(IntegrationsTests.TwoSystems systems) : IClassFixture<IntegrationsTests.TwoSystems>
{
    private const string Path = "/api/v1/integrations";

    private readonly ApiServer _api = systems.Server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_connection_is_listed_with_what_its_last_attempt_gave()
    {
        var page = await _api.Client.GetFromJsonAsync(Path, IntegrationsJson.Default.PageIntegration, Token);

        Assert.Equal(["crm", "people"], page!.Items.Select(static integration => integration.Connection), StringComparer.Ordinal);
        Assert.Equal(FreshnessStatus.Loading, page.Items[0].Status);
        Assert.Equal(0.25, page.Items[0].Progress);
        Assert.Equal(
            IntegrationError.Of(IntegrationFailure.LimitReached, "Too many requests"),
            page.Items[0].Error);
        Assert.Equal(FreshnessStatus.NoData, page.Items[1].Status);
        Assert.Null(page.Items[1].LastAttemptAt);
        Assert.Null(page.Items[1].Progress);
    }

    [Fact]
    public async Task Only_the_fields_asked_for_are_sent_page_by_page()
    {
        var first = await _api.Client.GetFromJsonAsync<JsonElement>($"{Path}?fields=connection,error.wayOut&limit=1", Token);
        var second = await _api.Client.GetFromJsonAsync<JsonElement>($"{Path}?fields=connection&cursor={first.GetProperty("next")}", Token);

        Assert.Equal(["connection", "error"], first.GetProperty("items")[0].EnumerateObject().Select(static field => field.Name), StringComparer.Ordinal);
        Assert.Equal("""[{"connection":"people"}]""", second.GetProperty("items").GetRawText());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData(Path, """{"connection":"people"}""")]
    [InlineData(Path + "/people/sync", null)]
    public async Task A_sync_is_accepted_and_waits_for_its_worker(string address, string? body)
    {
        using var content = body is null ? null : new StringContent(body, mediaType: new("application/json"));
        using var response = await _api.Client.PostAsync(address, content, Token);
        var accepted = await response.Content.ReadFromJsonAsync(IntegrationsJson.Default.SyncAccepted, Token);
        var integration = await _api.Client.GetFromJsonAsync(response.Headers.Location, IntegrationsJson.Default.Integration, Token);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.True(integration!.SyncWaiting);
        Assert.Equal("people", accepted!.Connection);
        Assert.Equal(accepted.RequestedAt, integration.SyncRequestedAt!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData("GET", Path + "/payroll", null, HttpStatusCode.NotFound)]
    [InlineData("POST", Path + "/payroll/sync", null, HttpStatusCode.NotFound)]
    [InlineData("POST", Path, """{"connection":"payroll"}""", HttpStatusCode.NotFound)]
    [InlineData("POST", Path, "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", Path, "connection", HttpStatusCode.BadRequest)]
    public async Task What_is_not_connected_can_neither_be_seen_nor_read(string method, string address, string? body, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Content = body is null ? null : new StringContent(body, mediaType: new("application/json"));
        using var response = await _api.Client.SendAsync(request, Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>An API that knows two systems: one is loading and was just refused, the other was never asked.</summary>
    public sealed class TwoSystems : IAsyncLifetime
    {
        internal ApiServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await ApiServer.StartAsync(bus: ApiServer.NoBus);
            var requests = Server.Services.GetRequiredService<SyncRequests>();
            await requests.AnnounceAsync("people", "people.notification", TimeSpan.FromMinutes(5), Token);
            await requests.AnnounceAsync("crm", "crm.notification", TimeSpan.FromSeconds(30), Token);
            await Server.Company.ReportAsync(new SourceStatus
            {
                Connection = "crm", LastAttemptAt = DateTimeOffset.UnixEpoch, LastSuccessAt = DateTimeOffset.UnixEpoch,
                Error = "Too many requests", Failure = IntegrationFailure.LimitReached, Loaded = 5, Total = 20,
            });
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
