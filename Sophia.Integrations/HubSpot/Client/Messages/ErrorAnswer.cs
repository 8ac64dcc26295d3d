namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>What HubSpot says when it does not give what was asked.</summary>
internal sealed record ErrorAnswer(string? Message, string? CorrelationId, string? PolicyName);
