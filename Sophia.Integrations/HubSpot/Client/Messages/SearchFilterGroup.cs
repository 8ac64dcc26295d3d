namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>Filters that must all hold.</summary>
internal sealed record SearchFilterGroup(IReadOnlyList<SearchFilter> Filters);
