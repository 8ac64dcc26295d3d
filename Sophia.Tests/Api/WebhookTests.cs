using System.Net;

namespace Sophia.Tests.Api;

public sealed class WebhookTests
{
    /// <summary>A deal's change as HubSpot posts it.</summary>
    internal const string Change =
        """[{"eventId":100,"subscriptionId":1,"portalId":7,"appId":9,"occurredAt":1767225600000,"subscriptionType":"deal.propertyChange","attemptNumber":0,"objectId":42,"propertyName":"dealstage","propertyValue":"won"}]""";

    [Fact]
    public async Task A_genuine_webhook_is_in_the_log_when_it_is_answered()
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);

        using var response = await api.PostWebhookAsync(Change);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(1, await api.CountNotificationsAsync());
    }

    [Fact]
    public async Task A_delivery_repeated_after_a_lost_answer_is_taken_and_stored_once()
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        (await api.PostWebhookAsync(Change)).Dispose();

        using var again = await api.PostWebhookAsync(Change.Replace("\"attemptNumber\":0", "\"attemptNumber\":1", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(1, await api.CountNotificationsAsync());
    }
}
