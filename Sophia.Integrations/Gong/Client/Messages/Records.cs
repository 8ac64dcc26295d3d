namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>Where a page stands.</summary>
/// <param name="TotalRecords">How many objects match in all.</param>
/// <param name="Cursor">What the next page is asked with; null on the last one.</param>
internal sealed record Records(long? TotalRecords, string? Cursor);
