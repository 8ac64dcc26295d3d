namespace Sophia.Core.Facts;

/// <summary>Names an object of the business by the connection it came through and its identifier there.</summary>
/// <param name="Connection">The configured connection, for example <c>hubspot</c>.</param>
/// <param name="ExternalId">The object's identifier as the source writes it.</param>
public readonly record struct FactKey(string Connection, string ExternalId);
