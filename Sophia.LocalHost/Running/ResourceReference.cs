namespace Sophia.LocalHost.Running;

/// <summary>Something that a resource needs.</summary>
/// <param name="Name">The other resource, by its name in the application model.</param>
/// <param name="Type"><c>Reference</c>, <c>WaitFor</c> or <c>Parent</c>.</param>
internal sealed record ResourceReference(string Name, string Type);
