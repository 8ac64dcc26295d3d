using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;

namespace Sophia.Integrations.HubSpot.Webhooks;

/// <summary>Accepts HubSpot's webhooks by signature v3; the older ones have no protection against replay.</summary>
internal sealed class HubSpotWebhookReceiver(IOptions<HubSpotWebhookOptions> options) : IWebhookReceiver
{
    private const string SignatureHeader = "X-HubSpot-Signature-v3";
    private const string TimestampHeader = "X-HubSpot-Request-Timestamp";
    private const long LargestAge = 300_000;

    private readonly string _uri = options.Value.WebhookUrl;
    private readonly string[] _secrets = string.IsNullOrEmpty(options.Value.PreviousWebhookSecret)
        ? [options.Value.WebhookSecret]
        : [options.Value.WebhookSecret, options.Value.PreviousWebhookSecret];

    public string Source => HubSpotKinds.Connection;

    public WebhookVerdict Receive(WebhookRequest request, DateTimeOffset now)
    {
        if (request.SingleHeader(SignatureHeader) is not { } signature)
        {
            return Unproven($"Exactly one {SignatureHeader} header is required.");
        }

        if (request.SingleHeader(TimestampHeader) is not { } timestamp
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sentAt))
        {
            return Unproven($"Exactly one {TimestampHeader} header with milliseconds since 1970 is required.");
        }

        // A time far in the future would make a request that can be replayed for ever.
        if (sentAt < now.ToUnixTimeMilliseconds() - LargestAge || sentAt > now.ToUnixTimeMilliseconds() + LargestAge)
        {
            return Unproven("The request's timestamp is more than five minutes away from now.");
        }

        return HubSpotSignature.IsValid(_secrets, request.Method, _uri, request.Body.Span, timestamp, signature)
            ? Read(request.Body)
            : Unproven("The signature does not fit the request.");
    }

    private static WebhookVerdict.Rejected Unproven(string reason) => new(StatusCodes.Status401Unauthorized, reason);

    private static WebhookVerdict Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var content = JsonDocument.Parse(body);
            if (content.RootElement.ValueKind != JsonValueKind.Array)
            {
                return new WebhookVerdict.Rejected(StatusCodes.Status400BadRequest, "The body is not an array of events.");
            }

            List<NewEvent> events = [];
            foreach (var element in content.RootElement.EnumerateArray())
            {
                if (HubSpotNotification.Read(element) is not { } notification)
                {
                    return new WebhookVerdict.Rejected(
                        StatusCodes.Status400BadRequest,
                        $"Event {events.Count} lacks eventId, subscriptionType, objectId or occurredAt.");
                }

                events.Add(new NewEvent
                {
                    Stream = new StreamName(HubSpotKinds.Connection, HubSpotKinds.Notification, notification.EventId),
                    SourceVersion = null,
                    Payload = WithoutAttempt(element),
                });
            }

            return new WebhookVerdict.Accepted(events);
        }
        catch (JsonException)
        {
            return new WebhookVerdict.Rejected(StatusCodes.Status400BadRequest, "The body is not JSON.");
        }
    }

    /// <summary>The attempt's number is the only thing that differs between deliveries of one event.</summary>
    private static ReadOnlyMemory<byte> WithoutAttempt(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in element.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal))
            {
                if (member.Name is not "attemptNumber")
                {
                    json.WritePropertyName(member.Name);
                    json.WriteRawValue(CanonicalJson.Write(member.Value).Span, skipInputValidation: true);
                }
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
