namespace Sophia.Sandbox.HubSpot;

/// <summary>All of its filters must match.</summary>
internal sealed record SearchFilterGroup(IReadOnlyList<SearchFilter> Filters);
