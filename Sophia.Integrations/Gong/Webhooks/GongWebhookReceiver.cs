using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Sophia.Integrations.Gong.Webhooks;

/// <summary>Accepts the posts of Gong's automation rule by their signed token; a secret in the address would end up in logs.</summary>
internal sealed class GongWebhookReceiver : IWebhookReceiver, IDisposable
{
    private const string Bearer = "Bearer ";

    private readonly string _url;
    private readonly RSA[] _keys;

    public GongWebhookReceiver(IOptions<GongWebhookOptions> options)
    {
        _url = options.Value.WebhookUrl;
        string?[] keys = [options.Value.WebhookPublicKey, options.Value.PreviousWebhookPublicKey];
        _keys = [.. keys.Where(static key => !string.IsNullOrWhiteSpace(key)).Select(static key => GongKey.Read(key!))];
    }

    public string Source => GongKinds.Connection;

    public WebhookVerdict Receive(WebhookRequest request, DateTimeOffset now)
    {
        if (request.Headers.Authorization is not [{ Length: > 0 } header])
        {
            return Unproven("Exactly one Authorization header with a token is required.");
        }

        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : header;
        return GongToken.Refuse(_keys, token, _url, request.Body.Span, now) is { } reason ? Unproven(reason) : Read(request.Body);
    }

    public void Dispose()
    {
        foreach (var key in _keys)
        {
            key.Dispose();
        }
    }

    private static WebhookVerdict.Rejected Unproven(string reason) => new(StatusCodes.Status401Unauthorized, reason);

    private static WebhookVerdict Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var content = JsonDocument.Parse(body);
            var root = content.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("isTest", out var isTest) && isTest.ValueKind == JsonValueKind.True)
            {
                // The rule's page tries the address with a call that does not exist.
                return new WebhookVerdict.Accepted([]);
            }

            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("callData", out var call) && call.ValueKind == JsonValueKind.Object
                && call.TryGetProperty("metaData", out var data)
                && SourceValue.Id(data, "id") is { } id
                    ? new WebhookVerdict.Accepted([GongNotification.Of(id, body.Span)])
                    : new WebhookVerdict.Rejected(StatusCodes.Status400BadRequest, "The body lacks callData.metaData.id.");
        }
        catch (JsonException)
        {
            return new WebhookVerdict.Rejected(StatusCodes.Status400BadRequest, "The body is not JSON.");
        }
    }
}
