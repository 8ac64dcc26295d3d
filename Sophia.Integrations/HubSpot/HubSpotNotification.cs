using System.Globalization;
using System.Text.Json;

namespace Sophia.Integrations.HubSpot;

/// <summary>What one element of a webhook says: something happened to an object. What exactly is read from HubSpot.</summary>
/// <param name="EventId">HubSpot's id of the happening, the same in every attempt to deliver it.</param>
/// <param name="SubscriptionType">For example <c>deal.propertyChange</c>.</param>
/// <param name="ObjectId">The object's id.</param>
/// <param name="OccurredAt">When it happened, in milliseconds since 1970.</param>
internal sealed record HubSpotNotification(string EventId, string SubscriptionType, string ObjectId, long OccurredAt)
{
    /// <summary>Whether the object was deleted.</summary>
    public bool IsDeletion => SubscriptionType.EndsWith(".deletion", StringComparison.Ordinal);

    /// <summary>Reads an element; null where it is not what HubSpot sends.</summary>
    public static HubSpotNotification? Read(JsonElement source) =>
        source.ValueKind == JsonValueKind.Object
        && Whole(source, "eventId") is { } eventId
        && SourceValue.Text(source, "subscriptionType") is { } type
        // An association has two ends; the one that the subscription is about comes first.
        && (Whole(source, "objectId") ?? Whole(source, "fromObjectId")) is { } objectId
        && Whole(source, "occurredAt") is { } occurredAt
            ? new HubSpotNotification(
                eventId.ToString(CultureInfo.InvariantCulture), type, objectId.ToString(CultureInfo.InvariantCulture), occurredAt)
            : null;

    private static long? Whole(JsonElement source, string name) =>
        source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;
}
