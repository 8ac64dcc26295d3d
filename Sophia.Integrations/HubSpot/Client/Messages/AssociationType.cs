namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>In which way objects are associated; 5 is a deal's primary company.</summary>
internal sealed record AssociationType(int TypeId);
