namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>An object by its id.</summary>
internal sealed record ObjectReference(string Id);
