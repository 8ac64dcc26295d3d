namespace Sophia.LocalHost.Control;

/// <summary>A variable that a process started with.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">Its value; null when it is a secret, which this API never shows.</param>
/// <param name="Secret">Whether it is one.</param>
internal sealed record EnvironmentVariable(string Name, string? Value, bool Secret);
