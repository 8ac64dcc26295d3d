namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a server listens and how to sign in.</summary>
/// <param name="Host">The host's name or address.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="UserName">Who signs in.</param>
/// <param name="Password">In clear; empty where none is needed.</param>
/// <param name="Given">The connection string from configuration, handed on as it is; null when this host runs the server.</param>
internal sealed record ServerConnection(string Host, int Port, string UserName, string Password, string? Given = null);
