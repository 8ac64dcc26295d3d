namespace Sophia.Data.Imports;

/// <summary>What imports have made of an object.</summary>
/// <param name="Content">Its content, or null where it was taken back.</param>
/// <param name="By">The import that made it so.</param>
internal sealed record HeldObject(byte[]? Content, Guid By);
