namespace Sophia.Core.Integrations;

/// <summary>A sync will begin; <c>lastSuccessAt</c> of the integration passes <see cref="RequestedAt"/> when it is through.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Status">The address that says how it goes.</param>
public sealed record SyncAccepted(string Connection, DateTimeOffset RequestedAt, string Status);
