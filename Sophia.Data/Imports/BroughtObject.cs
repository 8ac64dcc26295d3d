namespace Sophia.Data.Imports;

/// <summary>An object as an import tells of it.</summary>
/// <param name="Kind">The kind of its stream.</param>
/// <param name="ExternalId">Its identifier.</param>
/// <param name="Content">The content as canonical UTF-8 JSON; null where it is to be taken back.</param>
/// <param name="IsNamed">Whether other objects name it, such as a stage or a company: it counts in no figure of its own and is not taken back.</param>
public sealed record BroughtObject(string Kind, string ExternalId, byte[]? Content, bool IsNamed);
