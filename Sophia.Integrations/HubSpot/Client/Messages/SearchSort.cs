namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>The order of the results.</summary>
internal sealed record SearchSort(string PropertyName, string Direction);
