using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Integrations;
using Sophia.Integrations.Gong;
using Sophia.Integrations.Gong.Webhooks;

namespace Sophia.Tests.Integrations.Gong;

public sealed class GongWebhookTests : IDisposable
{
    private const string Url = "https://bi.example.com/webhooks/gong";
    private const string Call = """{"callData":{"metaData":{"id":"7782342274025937895","title":"Demo"}},"isTest":false}""";

    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _previous = RSA.Create(2048);
    private readonly RSA _stranger = RSA.Create(2048);

    public void Dispose()
    {
        _key.Dispose();
        _previous.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public void The_published_print_of_the_body_is_the_one_that_counts()
    {
        var body = Convert.FromHexString("7b226964223a312c226e616d65223a22636166c3a9227d");
        var token = Sign(_key, Claims("e6dceb64e1ae3318da9fb087c746159852aaa40e08129d2dc263aac57268b132"));

        Assert.Null(GongToken.Refuse([_key], token, Url, body, s_now));
        Assert.Equal("The token is for another body.", GongToken.Refuse([_key], token, Url, body.AsSpan(1), s_now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    public void A_signed_post_is_accepted_with_and_without_the_scheme(string scheme)
    {
        var accepted = Assert.IsType<WebhookVerdict.Accepted>(Receive(scheme + Sign(_key, Claims())));

        var notification = Assert.Single(accepted.Events);
        Assert.Equal(new StreamName("gong", "gong.notification", "7782342274025937895"), notification.Stream);
        Assert.Equal("7782342274025937895", GongNotification.CallIdOf(GongReading.Logged(notification, 0)));
    }

    [Fact]
    public void The_key_before_a_rotation_is_still_good() => Assert.IsType<WebhookVerdict.Accepted>(Receive(Sign(_previous, Claims())));

    [Fact]
    public void A_second_delivery_is_the_same_event_and_further_news_another()
    {
        var first = Assert.IsType<WebhookVerdict.Accepted>(Receive(Sign(_key, Claims(expires: 60)))).Events[0];
        var second = Assert.IsType<WebhookVerdict.Accepted>(Receive(Sign(_key, Claims(expires: 90)))).Events[0];
        var news = Call.Replace("Demo", "Demo, renamed", StringComparison.Ordinal);
        var third = Assert.IsType<WebhookVerdict.Accepted>(Receive(Sign(_key, Claims(Print(news))), news)).Events[0];

        Assert.Equal(EventIdentity.Of(first), EventIdentity.Of(second));
        Assert.NotEqual(EventIdentity.Of(first), EventIdentity.Of(third));
    }

    [Fact]
    public void The_rules_own_test_is_answered_and_leaves_nothing()
    {
        const string test = """{"callData":{"metaData":{"id":"1"}},"isTest":true}""";

        Assert.Empty(Assert.IsType<WebhookVerdict.Accepted>(Receive(Sign(_key, Claims(Print(test))), test)).Events);
    }

    [Fact]
    public void A_number_for_an_id_keeps_its_digits()
    {
        const string body = """{"callData":{"metaData":{"id":18446744073709551615}},"isTest":false}""";

        Assert.Equal("18446744073709551615", Assert.IsType<WebhookVerdict.Accepted>(Receive(Sign(_key, Claims(Print(body))), body)).Events[0].Stream.ExternalId);
    }

    [Fact]
    public void Whatever_does_not_prove_the_post_is_refused()
    {
        Assert.All(
            new (string Token, string Reason)[]
            {
                (Sign(_stranger, Claims()), "The signature does not fit the token."),
                (Sign(_key, Claims(expires: 0)), "The token has expired or does not say when it does."),
                (Sign(_key, $$"""{"webhook_url":"{{Url}}","body_sha256":"{{Print(Call)}}"}"""), "The token has expired or does not say when it does."),
                (Sign(_key, Claims(url: Url + "/")), "The token is for another address."),
                (Sign(_key, Claims(Print("{}"))), "The token is for another body."),
                (Sign(_key, Claims(Print(Call).ToUpperInvariant())), "The token is for another body."),
                (Sign(_key, "[1]"), "The token's claims are not readable."),
                (Sign(_key, Claims(), algorithm: "rs256"), "Only tokens signed by RS256 are accepted."),
                (Sign(_key, Claims(), algorithm: "PS256"), "Only tokens signed by RS256 are accepted."),
                (Unsigned("none"), "Only tokens signed by RS256 are accepted."),
                (SignWithPublicKeyAsSecret(), "Only tokens signed by RS256 are accepted."),
                ("a.b", "The token is no signed JSON Web Token."),
                ("!.!.!", "The token is no signed JSON Web Token."),
            },
            one =>
            {
                var rejected = Assert.IsType<WebhookVerdict.Rejected>(Receive(one.Token));
                Assert.Equal((401, one.Reason), (rejected.Status, rejected.Reason));
            });
        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive()).Status);
        Assert.Equal(401, Assert.IsType<WebhookVerdict.Rejected>(Receive([Sign(_key, Claims()), Sign(_key, Claims())], Call)).Status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"isTest":false}""")]
    [InlineData("""{"callData":{"metaData":{}}}""")]
    public void A_genuine_post_that_tells_of_no_call_is_a_bad_request(string body) =>
        Assert.Equal(400, Assert.IsType<WebhookVerdict.Rejected>(Receive(Sign(_key, Claims(Print(body))), body)).Status);

    [Fact]
    public void The_sandbox_signs_so_that_it_is_believed()
    {
        using var sandbox = new Sophia.Sandbox.Gong.WebhookToken(Convert.ToBase64String(_key.ExportPkcs8PrivateKey()));

        Assert.IsType<WebhookVerdict.Accepted>(Receive(sandbox.Sign(Url, Encoding.UTF8.GetBytes(Call), s_now)));
    }

    private static string Print(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private static string Claims(string? print = null, string url = Url, int expires = 60) =>
        $$"""{"webhook_url":"{{url}}","body_sha256":"{{print ?? Print(Call)}}","exp":{{s_now.ToUnixTimeSeconds() + expires}}}""";

    private static string Content(string claims, string algorithm) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}"""))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";

    private static string Sign(RSA key, string claims, string algorithm = "RS256")
    {
        var content = Content(claims, algorithm);
        return $"{content}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Unsigned(string algorithm) => Content(Claims(), algorithm) + ".";

    // The classic confusion: HMAC with the public key, which everybody knows.
    private string SignWithPublicKeyAsSecret()
    {
        var content = Content(Claims(), "HS256");
        return $"{content}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(content)))}";
    }

    private WebhookVerdict Receive(string token, string body = Call) => Receive([token], body);

    private WebhookVerdict Receive() => Receive([], Call);

    private WebhookVerdict Receive(string[] tokens, string body)
    {
        var headers = new HeaderDictionary();
        if (tokens.Length > 0)
        {
            headers["Authorization"] = tokens;
        }

        using var receiver = new GongWebhookReceiver(Options.Create(new GongWebhookOptions
        {
            WebhookPublicKey = Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()),
            PreviousWebhookPublicKey = _previous.ExportSubjectPublicKeyInfoPem(),
            WebhookUrl = Url,
        }));
        return receiver.Receive(new WebhookRequest("POST", headers, Encoding.UTF8.GetBytes(body)), s_now);
    }
}
