namespace Sophia.Integrations.BambooHr.Client.Messages;

/// <summary>How many pages and rows there are.</summary>
internal sealed record DatasetMeta(int TotalPages, long TotalItems);
