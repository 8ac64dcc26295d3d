namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>Asks for calls or transcripts. Pages go on only with the very same filter.</summary>
internal sealed record CallsRequest(CallsFilter Filter, ContentSelector? ContentSelector, string? Cursor);
