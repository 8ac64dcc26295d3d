namespace Sophia.Core.Integrations;

/// <summary>Asks that a source system is read now.</summary>
/// <param name="Connection">The connection, for example <c>hubspot</c>.</param>
public sealed record SyncRequest(string? Connection);
