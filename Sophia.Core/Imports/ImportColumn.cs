namespace Sophia.Core.Imports;

/// <summary>A column of a file.</summary>
/// <param name="Name">Its header; <c>column 3</c> where it has none.</param>
/// <param name="Field">The <see cref="ImportField.Key"/> that it is read as, or null where it is left out.</param>
/// <param name="Format">How its numbers and dates are written.</param>
/// <param name="Samples">Its first cells that are not empty; at most three.</param>
public sealed record ImportColumn(string Name, string? Field, ColumnFormat Format, IReadOnlyList<string> Samples);
