namespace Sophia.Core.Events;

/// <summary>Names the history of one object in one outside system.</summary>
/// <param name="Connection">The configured connection, for example <c>hubspot</c>.</param>
/// <param name="Kind">What the object is, prefixed by the source, for example <c>hubspot.deal</c>.</param>
/// <param name="ExternalId">The object's identifier as the source writes it.</param>
public readonly record struct StreamName(string Connection, string Kind, string ExternalId);
