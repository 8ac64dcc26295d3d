namespace Sophia.Integrations.Imports;

/// <summary>An object that a record tells of.</summary>
/// <param name="Kind">What it is: one of <see cref="ImportKinds"/>.</param>
/// <param name="ExternalId">Its identifier.</param>
/// <param name="Content">What is told of it, as canonical UTF-8 JSON.</param>
public sealed record ImportedObject(string Kind, string ExternalId, ReadOnlyMemory<byte> Content);
