using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sophia.Integrations;
using Sophia.Integrations.HubSpot;
using Sophia.Integrations.HubSpot.Webhooks;

namespace Sophia.Tests.Integrations.HubSpot;

public sealed class WebhookReceiverTests
{
    private const string Secret = "the-present-secret";
    private const string Previous = "the-secret-before";
    private const string Url = "https://bi.example.com/webhooks/hubspot?tenant=a%20b";
    private const string Change = """[{"eventId":7,"subscriptionId":1,"portalId":1,"appId":1,"occurredAt":1700000000000,"subscriptionType":"deal.propertyChange","attemptNumber":0,"objectId":42,"changeSource":"CRM_UI","propertyName":"amount","propertyValue":"9"}]""";

    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    [Fact]
    public void The_published_vector_is_valid_and_nothing_else_is()
    {
        const string uri = "https://bi.example.com/hooks/hubspot?tenant=a%20b";
        const string signature = "fNoe+wPfHOciiOZtadE0ew1SBmsac4aUFXMnqh0VVLg=";
        var body = Convert.FromHexString("7b226964223a312c226e616d65223a22636166c3a9227d");
        string[] secrets = ["sophia-test-secret"];

        Assert.True(HubSpotSignature.IsValid(secrets, "POST", uri, body, "1700000000000", signature));
        Assert.False(HubSpotSignature.IsValid(["another"], "POST", uri, body, "1700000000000", signature));
        Assert.False(HubSpotSignature.IsValid(secrets, "PUT", uri, body, "1700000000000", signature));
        Assert.False(HubSpotSignature.IsValid(secrets, "POST", "https://bi.example.com/hooks/hubspot?tenant=a b", body, "1700000000000", signature));
        Assert.False(HubSpotSignature.IsValid(secrets, "POST", uri, body.AsSpan(1), "1700000000000", signature));
        Assert.False(HubSpotSignature.IsValid(secrets, "POST", uri, body, "1700000000001", signature));
        Assert.False(HubSpotSignature.IsValid(secrets, "POST", uri, body, "1700000000000", signature[..^4]));
        Assert.False(HubSpotSignature.IsValid(secrets, "POST", uri, body, "1700000000000", "no base64"));
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData(Previous)]
    public void A_webhook_signed_with_either_secret_of_a_rotation_is_accepted(string secret)
    {
        var accepted = Assert.IsType<WebhookVerdict.Accepted>(Receive(Signed(Change, s_now, secret)));

        var notification = Assert.Single(accepted.Events);
        Assert.Equal(("hubspot", "hubspot.notification", "7"), (notification.Stream.Connection, notification.Stream.Kind, notification.Stream.ExternalId));
    }

    [Fact]
    public void A_webhook_signed_with_a_withdrawn_secret_is_refused() =>
        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive(Signed(Change, s_now, Previous), previousSecret: null)).Status);

    [Fact]
    public void A_redelivery_has_the_same_content_as_the_first_delivery()
    {
        var first = Assert.IsType<WebhookVerdict.Accepted>(Receive(Signed(Change, s_now)));
        var again = Assert.IsType<WebhookVerdict.Accepted>(Receive(Signed(Change.Replace("\"attemptNumber\":0", "\"attemptNumber\":3", StringComparison.Ordinal), s_now)));

        Assert.Equal(first.Events[0].Payload.ToArray(), again.Events[0].Payload.ToArray());
    }

    [Theory]
    [InlineData(-300_000, true)]
    [InlineData(-300_001, false)]
    [InlineData(300_000, true)]
    [InlineData(300_001, false)]
    public void A_webhook_counts_for_five_minutes_around_now(int offset, bool accepted) =>
        Assert.Equal(accepted, Receive(Signed(Change, s_now.AddMilliseconds(offset))) is WebhookVerdict.Accepted);

    [Theory]
    [InlineData("X-HubSpot-Signature-v3")]
    [InlineData("X-HubSpot-Request-Timestamp")]
    public void A_missing_or_repeated_header_is_refused(string header)
    {
        var missing = Signed(Change, s_now);
        missing.Headers.Remove(header);
        var repeated = Signed(Change, s_now);
        repeated.Headers.Append(header, repeated.Headers[header].ToString());

        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive(missing)).Status);
        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive(repeated)).Status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"eventId":1}""")]
    [InlineData("""[{"subscriptionType":"deal.creation","objectId":1,"occurredAt":1}]""")]
    [InlineData("""[{"eventId":1,"objectId":1,"occurredAt":1}]""")]
    [InlineData("""[{"eventId":1,"subscriptionType":"deal.creation","occurredAt":1}]""")]
    [InlineData("""[{"eventId":1,"subscriptionType":"deal.creation","objectId":1}]""")]
    [InlineData("""[7]""")]
    [InlineData("")]
    public void A_genuine_webhook_that_cannot_be_read_is_a_bad_request(string body) =>
        Assert.Equal(400, Assert.IsType<WebhookVerdict.Rejected>(Receive(Signed(body, s_now))).Status);

    [Fact]
    public void A_forged_webhook_is_refused_before_it_is_read() =>
        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive(Signed("not json", s_now, "a guess"))).Status);

    private static WebhookVerdict Receive(WebhookRequest request, string? previousSecret = Previous) =>
        new HubSpotWebhookReceiver(Options.Create(new HubSpotWebhookOptions
        {
            WebhookSecret = Secret,
            PreviousWebhookSecret = previousSecret,
            WebhookUrl = Url,
        })).Receive(request, s_now);

    private static WebhookRequest Signed(string body, DateTimeOffset at, string secret = Secret)
    {
        var timestamp = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"POST{Url}{body}{timestamp}"));
        var headers = new HeaderDictionary
        {
            ["X-HubSpot-Signature-v3"] = Convert.ToBase64String(signature),
            ["X-HubSpot-Request-Timestamp"] = timestamp,
        };
        return new WebhookRequest("POST", headers, Encoding.UTF8.GetBytes(body));
    }
}
