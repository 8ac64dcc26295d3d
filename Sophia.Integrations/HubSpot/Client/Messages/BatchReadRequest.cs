namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>Objects to read by their ids.</summary>
internal sealed record BatchReadRequest(
    IReadOnlyList<ObjectReference> Inputs, IReadOnlyList<string> Properties, IReadOnlyList<string> PropertiesWithHistory);
