namespace Sophia.Integrations.BambooHr.Client.Messages;

/// <summary>Asks for a page of a dataset's rows.</summary>
/// <param name="Fields">The columns.</param>
/// <param name="Filter">A comparison in OData's words, or null for all rows.</param>
/// <param name="OrderBy">Columns, each with its direction.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">At most 1,000.</param>
internal sealed record DatasetRequest(IReadOnlyList<string> Fields, string? Filter, string OrderBy, int Page, int PageSize);
