using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Integrations.HubSpot.Client;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>Folds notifications into the objects to read: a deal that changed ten times is read once.</summary>
internal static class NotifiedObjects
{
    /// <summary>The objects of one type.</summary>
    public static IReadOnlyList<AskedObject> Of(ObjectType type, IEnumerable<LoggedEvent> notifications) =>
    [
        .. notifications.Select(Read).OfType<HubSpotNotification>()
            .Where(one => one.SubscriptionType.StartsWith(type.NotificationPrefix, StringComparison.Ordinal))
            .GroupBy(static one => one.ObjectId, StringComparer.Ordinal)
            .Select(static same => new AskedObject(
                same.Key,
                same.Max(static one => one.OccurredAt),
                same.Where(static one => one.IsDeletion).Max(static long? (one) => one.OccurredAt),
                IsGoneIfMissing: false)),
    ];

    private static HubSpotNotification? Read(LoggedEvent logged)
    {
        using var content = JsonDocument.Parse(logged.Payload);
        return HubSpotNotification.Read(content.RootElement);
    }
}
