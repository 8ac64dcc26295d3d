using System.Text.Json.Serialization;

namespace Sophia.Sandbox.Webhooks;

/// <summary>One element of a webhook's body.</summary>
internal sealed record WebhookEvent
{
    /// <summary>Unique, and the same in every attempt.</summary>
    public required long EventId { get; init; }

    public required long SubscriptionId { get; init; }

    public required long PortalId { get; init; }

    public required long AppId { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long OccurredAt { get; init; }

    /// <summary>For example <c>deal.propertyChange</c>.</summary>
    public required string SubscriptionType { get; init; }

    /// <summary>0 the first time.</summary>
    public int AttemptNumber { get; init; }

    public required long ObjectId { get; init; }

    public required string ChangeSource { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PropertyName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PropertyValue { get; init; }
}
