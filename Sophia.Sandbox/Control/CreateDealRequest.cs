namespace Sophia.Sandbox.Control;

/// <summary>Enters a deal; what is left out is drawn as the market would bring it.</summary>
internal sealed record CreateDealRequest(
    string? Name, decimal? Amount, string? Stage, DateTimeOffset? CloseDate, long? OwnerId, long? CompanyId, string? ProductLine);
