using System.Text.Json;

namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>Objects as HubSpot gives them, in pages or in batches.</summary>
internal sealed record ObjectsAnswer
{
    public IReadOnlyList<JsonElement> Results { get; init; } = [];

    /// <summary>Only in answers to a search.</summary>
    public long? Total { get; init; }

    public Paging? Paging { get; init; }
}
