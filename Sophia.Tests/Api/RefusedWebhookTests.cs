using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Sophia.Tests.Api;

public sealed class RefusedWebhookTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private readonly ApiServer _api = quiet.Server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_signature_is_refused_and_nothing_is_stored()
    {
        await AssertRefusedAsync(await _api.PostWebhookAsync(WebhookTests.Change, secret: "another secret"), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_replay_of_a_recorded_webhook_is_refused_and_nothing_is_stored()
    {
        await AssertRefusedAsync(
            await _api.PostWebhookAsync(WebhookTests.Change, sentAt: TimeProvider.System.GetUtcNow().AddMinutes(-6)), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_webhook_without_a_signature_is_refused_and_nothing_is_stored()
    {
        using var content = new StringContent(WebhookTests.Change, Encoding.UTF8, "application/json");

        await AssertRefusedAsync(await _api.Client.PostAsync("/webhooks/hubspot", content, Token), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""[{"eventId":1,""")]
    [InlineData("""{"eventId":1}""")]
    [InlineData("""[{"eventId":100,"occurredAt":1767225600000,"subscriptionType":"deal.propertyChange","objectId":42},{}]""")]
    [InlineData("")]
    public async Task A_signed_body_that_cannot_be_read_is_refused_and_nothing_is_stored(string body)
    {
        await AssertRefusedAsync(await _api.PostWebhookAsync(body), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_beyond_a_megabyte_is_refused_and_nothing_is_stored()
    {
        await AssertRefusedAsync(await _api.PostWebhookAsync(new string(' ', (1024 * 1024) + 1)), HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task AssertRefusedAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        using (response)
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(32, problem.GetProperty("traceId").GetString()!.Length);
            Assert.Equal(0, await _api.CountNotificationsAsync());
        }
    }
}
