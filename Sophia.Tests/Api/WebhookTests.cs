using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sophia.Tests.Api;

public sealed class WebhookTests
{
    private const string Change =
        """[{"eventId":100,"subscriptionId":1,"portalId":7,"appId":9,"occurredAt":1767225600000,"subscriptionType":"deal.propertyChange","attemptNumber":0,"objectId":42,"propertyName":"dealstage","propertyValue":"won"}]""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_genuine_webhook_is_in_the_log_when_it_is_answered()
    {
        await using var api = await ApiServer.StartAsync();

        using var response = await api.PostWebhookAsync(Change);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(1, await api.CountNotificationsAsync());
    }

    [Fact]
    public async Task A_delivery_repeated_after_a_lost_answer_is_taken_and_stored_once()
    {
        await using var api = await ApiServer.StartAsync();
        (await api.PostWebhookAsync(Change)).Dispose();

        using var again = await api.PostWebhookAsync(Change.Replace("\"attemptNumber\":0", "\"attemptNumber\":1", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(1, await api.CountNotificationsAsync());
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_and_nothing_is_stored()
    {
        await using var api = await ApiServer.StartAsync();

        await AssertRefusedAsync(api, await api.PostWebhookAsync(Change, secret: "another secret"), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_replay_of_a_recorded_webhook_is_refused_and_nothing_is_stored()
    {
        await using var api = await ApiServer.StartAsync();

        await AssertRefusedAsync(
            api, await api.PostWebhookAsync(Change, sentAt: TimeProvider.System.GetUtcNow().AddMinutes(-6)), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_webhook_without_a_signature_is_refused_and_nothing_is_stored()
    {
        await using var api = await ApiServer.StartAsync();
        using var content = new StringContent(Change);

        await AssertRefusedAsync(api, await api.Client.PostAsync("/webhooks/hubspot", content, Token), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""[{"eventId":1,""")]
    [InlineData("""{"eventId":1}""")]
    [InlineData("""[{"eventId":100,"occurredAt":1767225600000,"subscriptionType":"deal.propertyChange","objectId":42},{}]""")]
    [InlineData("")]
    public async Task A_signed_body_that_cannot_be_read_is_refused_and_nothing_is_stored(string body)
    {
        await using var api = await ApiServer.StartAsync();

        await AssertRefusedAsync(api, await api.PostWebhookAsync(body), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_beyond_a_megabyte_is_refused_and_nothing_is_stored()
    {
        await using var api = await ApiServer.StartAsync();

        await AssertRefusedAsync(api, await api.PostWebhookAsync(new string(' ', (1024 * 1024) + 1)), HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task AssertRefusedAsync(ApiServer api, HttpResponseMessage response, HttpStatusCode status)
    {
        using (response)
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(32, problem.GetProperty("traceId").GetString()!.Length);
            Assert.Equal(0, await api.CountNotificationsAsync());
        }
    }
}
