namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>Where the next page begins. The link beside it is not read: it could name a foreign host.</summary>
internal sealed record PagingNext(string? After);
