using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Running;

namespace Aspire.Hosting;

/// <summary>Adds projects.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project with the endpoints and environment of its first launch profile.</summary>
    /// <typeparam name="TProject">The generated <c>Projects.*</c> class.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = new ProjectResource(name);
        var metadata = new TProject();
        project.Annotations.Add(metadata);
        project.AddLaunchProfile(metadata);
        return builder.AddResource(project);
    }

    /// <summary>Runs the project as several processes behind the same addresses.</summary>
    /// <param name="builder">The project.</param>
    /// <param name="replicas">How many, 1 to 8; the control API can change it while they run.</param>
    /// <exception cref="ArgumentOutOfRangeException">There would be none, or too many for one machine.</exception>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(replicas, ReplicaSet.Most);
        builder.Resource.Annotations.Add(new ReplicaAnnotation(replicas));
        return builder;
    }

    /// <summary>Gives the project the endpoints and environment of its first launch profile, where it has one.</summary>
    internal static void AddLaunchProfile(this ProjectResource project, IProjectMetadata metadata)
    {
        if (LaunchProfile.Read(metadata.ProjectPath) is { } profile)
        {
            project.Annotations.Add(profile);
            foreach (var url in profile.Urls)
            {
                project.Annotations.Add(new EndpointAnnotation(url.Scheme, url.Scheme, url.Port));
            }
        }
    }
}
