namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>What one object is associated with.</summary>
internal sealed record Association(ObjectReference From, IReadOnlyList<AssociationTarget> To);
