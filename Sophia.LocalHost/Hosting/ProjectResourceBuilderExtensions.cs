using Aspire.Hosting.ApplicationModel;

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
        if (LaunchProfile.Read(metadata.ProjectPath) is { } profile)
        {
            project.Annotations.Add(profile);
            foreach (var url in profile.Urls)
            {
                project.Annotations.Add(new EndpointAnnotation(url.Scheme, url.Scheme, url.Port));
            }
        }

        return builder.AddResource(project);
    }
}
