namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project of this repository that runs as a process.</summary>
/// <param name="name">The resource's name.</param>
public sealed class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    internal override string Type => "Project";

    /// <summary>Where the project and its built assembly are.</summary>
    internal IProjectMetadata Metadata => Annotations.OfType<IProjectMetadata>().Single();

    /// <summary>Whether it is the dashboard that the host brings along, which shows the others and is shown by none.</summary>
    internal bool IsDashboard => Metadata is DashboardProject;

    /// <summary>How many processes of it start.</summary>
    internal int Replicas => Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Count ?? 1;

    /// <summary>Whether the application says that it bears to run several times; one that keeps state in its process does not.</summary>
    internal bool CanBeReplicated => Annotations.OfType<ReplicaAnnotation>().Any();
}
