using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sophia.Integrations;
using Sophia.Integrations.BambooHr;
using Sophia.Integrations.BambooHr.Webhooks;

namespace Sophia.Tests.Integrations.BambooHr;

public sealed class BambooHrWebhookTests
{
    private const string Key = "the-present-key";
    private const string Previous = "the-key-before";
    private const string Change = """{"type":"employee.updated","timestamp":"2023-11-14T22:13:20+0000","data":{"companyId":"1","employeeId":"42","changedFields":["department"]}}""";

    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void The_vector_is_valid_and_nothing_else_is()
    {
        const string signature = "90e67cf66c8607c8ae93a5b70710e6c70e8596483e25498c5e368a8574b0b9e0";
        var body = Convert.FromHexString("7b226964223a312c226e616d65223a22636166c3a9227d");
        string[] keys = ["sophia-test-secret"];

        Assert.True(BambooHrSignature.IsValid(keys, body, "1700000000", signature));
        Assert.True(BambooHrSignature.IsValid(keys, body, "1700000000", signature.ToUpperInvariant()));
        Assert.False(BambooHrSignature.IsValid(["another"], body, "1700000000", signature));
        Assert.False(BambooHrSignature.IsValid(keys, body.AsSpan(1), "1700000000", signature));
        Assert.False(BambooHrSignature.IsValid(keys, body, "1700000001", signature));
        Assert.False(BambooHrSignature.IsValid(keys, body, "1700000000", signature[..^2]));
        Assert.False(BambooHrSignature.IsValid(keys, body, "1700000000", signature[..^1] + "x"));
        Assert.False(BambooHrSignature.IsValid(keys, body, "1700000000", ""));
    }

    [Theory]
    [InlineData(Key, "1700000000")]
    [InlineData(Previous, "1700000000")]
    [InlineData(Key, "2023-11-14T22:13:20Z")]
    public void News_of_an_employee_signed_with_either_key_are_accepted(string key, string timestamp)
    {
        var accepted = Assert.IsType<WebhookVerdict.Accepted>(Receive(Signed(Change, timestamp, key)));

        var news = Assert.Single(accepted.Events);
        Assert.Equal(("bamboohr", "bamboohr.notification", "42"), (news.Stream.Connection, news.Stream.Kind, news.Stream.ExternalId));
    }

    [Fact]
    public void News_of_the_company_are_accepted_and_say_nothing_of_employees() =>
        Assert.Empty(Assert.IsType<WebhookVerdict.Accepted>(Receive(Signed("""{"type":"company.updated","timestamp":"2023-11-14T22:13:20+0000","data":{}}"""))).Events);

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_webhook_counts_for_five_minutes_around_now(int offset, bool accepted) =>
        Assert.Equal(accepted, Receive(Signed(Change, $"{1_700_000_000 + offset}")) is WebhookVerdict.Accepted);

    [Theory]
    [InlineData("not json")]
    [InlineData("""[]""")]
    [InlineData("""{"employees":[{"id":"42","action":"Updated"}]}""")]
    [InlineData("""{"type":"employee.updated","timestamp":"2023-11-14T22:13:20+0000","data":{}}""")]
    [InlineData("""{"type":"employee.updated","data":{"employeeId":"42"}}""")]
    public void A_genuine_webhook_in_another_form_is_a_bad_request(string body) =>
        Assert.Equal(400, Assert.IsType<WebhookVerdict.Rejected>(Receive(Signed(body))).Status);

    [Theory]
    [InlineData("X-BambooHR-Signature")]
    [InlineData("X-BambooHR-Timestamp")]
    public void A_missing_or_repeated_header_is_refused(string header)
    {
        var missing = Signed(Change);
        missing.Headers.Remove(header);
        var repeated = Signed(Change);
        repeated.Headers.Append(header, repeated.Headers[header].ToString());

        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive(missing)).Status);
        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive(repeated)).Status);
    }

    [Theory]
    [InlineData("a guess", "1700000000")]
    [InlineData(Key, "lately")]
    [InlineData(Key, "99999999999999999")]
    public void A_forged_or_undated_webhook_is_refused_before_it_is_read(string key, string timestamp) =>
        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive(Signed("not json", timestamp, key))).Status);

    private static WebhookVerdict Receive(WebhookRequest request) =>
        new BambooHrWebhookReceiver(Options.Create(new BambooHrWebhookOptions { WebhookKey = Key, PreviousWebhookKey = Previous })).Receive(request, s_now);

    private static WebhookRequest Signed(string body, string timestamp = "1700000000", string key = Key)
    {
        var headers = new HeaderDictionary
        {
            ["X-BambooHR-Signature"] = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body + timestamp))),
            ["X-BambooHR-Timestamp"] = timestamp,
        };
        return new WebhookRequest("POST", headers, Encoding.UTF8.GetBytes(body));
    }
}
