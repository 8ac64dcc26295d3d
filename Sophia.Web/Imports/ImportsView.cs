namespace Sophia.Web.Imports;

/// <summary>What the page of imports shows.</summary>
/// <param name="Imports">The newest imports.</param>
/// <param name="HasMore">Whether there are older ones.</param>
public sealed record ImportsView(IReadOnlyList<ImportSummary> Imports, bool HasMore);
