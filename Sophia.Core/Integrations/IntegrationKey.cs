namespace Sophia.Core.Integrations;

/// <summary>What integrations are listed by.</summary>
/// <param name="Connection">The connection.</param>
public sealed record IntegrationKey(string Connection);
