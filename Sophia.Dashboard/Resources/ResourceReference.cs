namespace Sophia.Dashboard.Resources;

/// <summary>One thing that a resource needs.</summary>
/// <param name="Name">The other resource, in the application model's words.</param>
/// <param name="Type">Reference, WaitFor or Parent.</param>
public sealed record ResourceReference(string Name, string Type);
