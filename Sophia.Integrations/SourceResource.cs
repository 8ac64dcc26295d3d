namespace Sophia.Integrations;

/// <summary>A kind of object that a source holds, for example its deals.</summary>
/// <param name="Name">The name under which the cursor is stored.</param>
public sealed record SourceResource(string Name);
