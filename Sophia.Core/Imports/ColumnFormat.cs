namespace Sophia.Core.Imports;

/// <summary>How the numbers and dates of a column are written.</summary>
/// <param name="DecimalPoint"><c>.</c> or <c>,</c>; null where the column holds no numbers.</param>
/// <param name="Dates">The form of its dates, as .NET writes it; null where the column holds none.</param>
/// <param name="IsCertain">Whether the cells leave no doubt. Where false, <c>03/04/2026</c> or <c>1.234</c> could be read in two ways.</param>
public sealed record ColumnFormat(string? DecimalPoint, string? Dates, bool IsCertain);
