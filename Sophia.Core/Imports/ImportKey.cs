namespace Sophia.Core.Imports;

/// <summary>Where an import stands in the list: the newest first.</summary>
/// <param name="CreatedAt">When it was brought.</param>
/// <param name="Id">Its identifier.</param>
public sealed record ImportKey(DateTimeOffset CreatedAt, Guid Id);
