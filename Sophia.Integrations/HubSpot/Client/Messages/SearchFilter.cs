namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>A condition on a property.</summary>
internal sealed record SearchFilter(string PropertyName, string Operator, string Value);
