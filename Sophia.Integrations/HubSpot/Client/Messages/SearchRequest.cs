namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>What to search for.</summary>
internal sealed record SearchRequest(
    IReadOnlyList<SearchFilterGroup> FilterGroups, IReadOnlyList<SearchSort> Sorts, IReadOnlyList<string> Properties, int Limit);
