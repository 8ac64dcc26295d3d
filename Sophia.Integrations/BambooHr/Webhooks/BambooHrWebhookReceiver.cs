using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;

namespace Sophia.Integrations.BambooHr.Webhooks;

/// <summary>Accepts BambooHR's event-based webhooks.</summary>
internal sealed class BambooHrWebhookReceiver(IOptions<BambooHrWebhookOptions> options) : IWebhookReceiver
{
    private const string SignatureHeader = "X-BambooHR-Signature";
    private const string TimestampHeader = "X-BambooHR-Timestamp";

    // BambooHR sets no limit of its own.
    private static readonly TimeSpan s_largestAge = TimeSpan.FromMinutes(5);

    private readonly string[] _keys = string.IsNullOrEmpty(options.Value.PreviousWebhookKey)
        ? [options.Value.WebhookKey]
        : [options.Value.WebhookKey, options.Value.PreviousWebhookKey];

    public string Source => BambooHrKinds.Connection;

    public WebhookVerdict Receive(WebhookRequest request, DateTimeOffset now)
    {
        if (request.SingleHeader(SignatureHeader) is not { } signature)
        {
            return Unproven($"Exactly one {SignatureHeader} header is required.");
        }

        if (request.SingleHeader(TimestampHeader) is not { } timestamp || MomentOf(timestamp) is not { } sentAt)
        {
            return Unproven($"Exactly one {TimestampHeader} header with the time of sending is required.");
        }

        // A time far in the future would make a request that can be replayed for ever.
        if (sentAt < now - s_largestAge || sentAt > now + s_largestAge)
        {
            return Unproven("The request's timestamp is more than five minutes away from now.");
        }

        return BambooHrSignature.IsValid(_keys, request.Body.Span, timestamp, signature)
            ? Read(request.Body)
            : Unproven("The signature does not fit the request.");
    }

    /// <summary>Seconds since 1970 or ISO 8601: both forms are seen.</summary>
    private static DateTimeOffset? MomentOf(string timestamp)
    {
        // The end of the year 9999.
        const long last = 253_402_300_799;
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds <= last ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null
            : SourceValue.Time(timestamp);
    }

    private static WebhookVerdict.Rejected Unproven(string reason) => new(StatusCodes.Status401Unauthorized, reason);

    private static WebhookVerdict Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var content = JsonDocument.Parse(body);
            if (EmployeeNotification.Read(content.RootElement) is { } notification)
            {
                return new WebhookVerdict.Accepted(
                [
                    // BambooHR gives no id of the delivery: the same news of the same employee is the same event.
                    new NewEvent
                    {
                        Stream = new StreamName(BambooHrKinds.Connection, BambooHrKinds.Notification, notification.EmployeeId),
                        SourceVersion = null,
                        Payload = CanonicalJson.Write(content.RootElement),
                    },
                ]);
            }

            return SourceValue.Text(content.RootElement, "type") is { } && !EmployeeNotification.IsAboutEmployee(content.RootElement)
                ? new WebhookVerdict.Accepted([])
                : new WebhookVerdict.Rejected(
                    StatusCodes.Status400BadRequest,
                    "The body is no event with type, timestamp and data.employeeId: choose the event-based form and JSON in BambooHR.");
        }
        catch (JsonException)
        {
            return new WebhookVerdict.Rejected(StatusCodes.Status400BadRequest, "The body is not JSON: choose the event-based form and JSON in BambooHR.");
        }
    }
}
