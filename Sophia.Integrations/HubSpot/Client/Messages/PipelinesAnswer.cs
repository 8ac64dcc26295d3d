using System.Text.Json;

namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>The deal pipelines with their stages.</summary>
internal sealed record PipelinesAnswer
{
    public IReadOnlyList<JsonElement> Results { get; init; } = [];
}
