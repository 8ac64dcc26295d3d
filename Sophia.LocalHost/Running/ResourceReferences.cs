using Aspire.Hosting.ApplicationModel;

namespace Sophia.LocalHost.Running;

/// <summary>Finds what a resource needs.</summary>
internal static class ResourceReferences
{
    public static IReadOnlyList<ResourceReference> Of(IResource resource) =>
    [
        .. resource.Annotations.OfType<RelationshipAnnotation>().Select(relation => new ResourceReference(relation.Resource.Name, "Reference")).Distinct(),
        .. resource.Annotations.OfType<WaitAnnotation>().Select(wait => new ResourceReference(wait.Dependency.Name, "WaitFor")).Distinct(),
        .. resource is IResourceWithParent<IResource> child ? [new ResourceReference(child.Parent.Name, "Parent")] : Array.Empty<ResourceReference>(),
    ];
}
