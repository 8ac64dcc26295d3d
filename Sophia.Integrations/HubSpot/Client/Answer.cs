namespace Sophia.Integrations.HubSpot.Client;

/// <summary>What HubSpot answered, and when by HubSpot's own clock.</summary>
/// <param name="Body">The content.</param>
/// <param name="AnsweredAt">The answer's <c>Date</c> header, to the second.</param>
internal sealed record Answer<T>(T Body, DateTimeOffset AnsweredAt);
