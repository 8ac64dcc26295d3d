namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>An associated object.</summary>
internal sealed record AssociationTarget(long ToObjectId, IReadOnlyList<AssociationType> AssociationTypes);
