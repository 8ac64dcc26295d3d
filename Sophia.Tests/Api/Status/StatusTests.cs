using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Status;
using Sophia.Data.Sources;
using Sophia.Tests.Api.Live;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api.Status;

public sealed class StatusTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private const string Maintenance = "/api/v1/maintenance";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly ApiServer _api = quiet.Server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_status_tells_of_every_service_by_its_own_sign_of_life()
    {
        var status = await Eventually.SeeAsync(
            ReadAsync,
            static seen => (Service(seen, "database").Health, Service(seen, "bus").Health) is (ServiceHealth.Healthy, not ServiceHealth.Unknown),
            s_patience);

        Assert.Equal(["api", "agents", "database", "cache", "bus"], status.Services.Select(static service => service.Name), StringComparer.Ordinal);
        Assert.Equal("No copy of it gives a sign of life.", Service(status, "agents").Description);
        var replica = Assert.Single(Service(status, "api").Instances);
        Assert.EndsWith($":{Environment.ProcessId}", replica.Instance, StringComparison.Ordinal);
        Assert.InRange(Service(status, "database").AnswerMilliseconds!.Value, 0, 5_000);
        // Nothing listens where this API looks for its bus.
        Assert.Equal(ServiceHealth.Unhealthy, Service(status, "bus").Health);
        Assert.Equal(ServiceHealth.Unhealthy, status.Health);
        Assert.Null(status.Latency);
    }

    [Fact]
    public async Task Maintenance_is_on_the_screen_of_everybody_who_watches_until_it_is_withdrawn()
    {
        using var reader = await LiveReader<StatusMessage>.OpenAsync(_api, "/ws/status", StatusJson.Default.StatusMessage);
        var snapshot = Assert.IsType<StatusMessage.Snapshot>(await reader.NextAsync());
        var ends = TimeProvider.System.GetUtcNow().AddHours(2);

        using var created = await _api.Client.PostAsJsonAsync(Maintenance, new { text = "The database moves.", endsAt = ends }, Token);
        var announced = await reader.ReadUntilAsync(static message => message is StatusMessage.Change { Maintenance.Count: > 0 });
        using var withdrawn = await _api.Client.DeleteAsync(created.Headers.Location, Token);
        var over = await reader.ReadUntilAsync(static message => message is StatusMessage.Change { Maintenance.Count: 0 });

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        var notice = Assert.Single(((StatusMessage.Change)announced[^1]).Maintenance!);
        Assert.Equal("The database moves.", notice.Text);
        Assert.Equal(ends, notice.EndsAt, TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, snapshot.Sequence);
        Assert.Equal(
            Enumerable.Range(2, announced.Count + over.Count).Select(static number => (long)number),
            announced.Concat(over).Select(static message => ((StatusMessage.Change)message).Sequence));
    }

    [Fact]
    public async Task A_source_that_fails_is_told_at_once()
    {
        using var reader = await LiveReader<StatusMessage>.OpenAsync(_api, "/ws/status", StatusJson.Default.StatusMessage);

        await _api.Company.ReportAsync(new SourceStatus { Connection = "crm", LastAttemptAt = TimeProvider.System.GetUtcNow(), Error = "The door is shut." });

        var told = await reader.ReadUntilAsync(static message => message is StatusMessage.Change { Sources.Count: > 0 });
        Assert.Equal("The door is shut.", Assert.Single(((StatusMessage.Change)told[^1]).Sources!).Error);
    }

    [Fact]
    public async Task The_channel_says_that_it_takes_no_requests_and_stays_open()
    {
        using var reader = await LiveReader<StatusMessage>.OpenAsync(_api, "/ws/status", StatusJson.Default.StatusMessage);

        await reader.SendAsync("""{"type":"subscribe"}""");
        await reader.ReadUntilAsync(static message => message is StatusMessage.Refusal);
        await reader.SendAsync("x");

        await reader.ReadUntilAsync(static message => message is StatusMessage.Refusal);
    }

    [Theory]
    [InlineData("""{"endsAt":"2999-01-01T00:00:00Z"}""", "text")]
    [InlineData("""{"text":"Soon","endsAt":"2001-01-01T00:00:00Z"}""", "endsAt")]
    [InlineData("""{"text":"Long","endsAt":"2999-01-01T00:00:00Z"}""", "endsAt")]
    public async Task A_notice_that_says_nothing_or_lies_in_the_past_is_refused(string body, string field)
    {
        using var content = new StringContent(body, mediaType: new("application/json"));
        using var response = await _api.Client.PostAsync(Maintenance, content, Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }

    private static ServiceStatus Service(SystemStatus status, string name) => status.Services.Single(service => service.Name == name);

    private async Task<SystemStatus> ReadAsync() => (await _api.Client.GetFromJsonAsync("/api/v1/status", StatusJson.Default.SystemStatus, Token))!;
}
