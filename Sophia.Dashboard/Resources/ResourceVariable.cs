namespace Sophia.Dashboard.Resources;

/// <summary>A variable of a process's environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null where it is secret.</param>
/// <param name="Secret">Whether the value is kept from everybody who looks.</param>
public sealed record ResourceVariable(string Name, string? Value, bool Secret);
