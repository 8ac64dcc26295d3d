namespace Sophia.Dashboard.Resources;

/// <summary>A resource with what it used lately.</summary>
/// <param name="Resource">The resource as last described.</param>
/// <param name="Samples">Its last few minutes, oldest first.</param>
public sealed record ResourceView(Resource Resource, IReadOnlyList<ResourceSample> Samples);
