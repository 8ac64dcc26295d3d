namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project of this repository that runs as a process.</summary>
/// <param name="name">The resource's name.</param>
public sealed class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    internal override string Type => "Project";

    /// <summary>Where the project and its built assembly are.</summary>
    internal IProjectMetadata Metadata => Annotations.OfType<IProjectMetadata>().Single();
}
