namespace Sophia.Core.Imports;

/// <summary>Something that a column can be read as.</summary>
/// <param name="Key">Its key in a mapping, for example <c>closedAt</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsRequired">Whether a row without it is bad.</param>
/// <param name="Kind">How its cells are read.</param>
/// <param name="Labels">What systems call the column in their own exports, in lower case, the likeliest first.</param>
public sealed record ImportField(string Key, string Name, bool IsRequired, ImportValueKind Kind, IReadOnlyList<string> Labels);
