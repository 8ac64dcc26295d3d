namespace Sophia.LocalHost.Running;

/// <summary>The content of <c>endpoints.json</c>.</summary>
/// <param name="ProcessId">The host's process.</param>
/// <param name="ControlApi">The control API's address.</param>
/// <param name="Resources">The addresses of each resource that has some.</param>
internal sealed record RunAddresses(int ProcessId, string ControlApi, IReadOnlyDictionary<string, IReadOnlyList<string>> Resources);
