namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>Objects whose associations are to be read.</summary>
internal sealed record AssociationsRequest(IReadOnlyList<ObjectReference> Inputs);
