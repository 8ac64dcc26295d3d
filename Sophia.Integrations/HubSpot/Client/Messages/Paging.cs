namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>Where an answer goes on.</summary>
internal sealed record Paging(PagingNext? Next);
