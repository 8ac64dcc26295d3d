using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Running;

/// <summary>A project of this repository, run from its built assembly.</summary>
internal sealed class ProjectWorkload(ProjectResource project, ProjectEnvironment environment, HttpClient http) : Workload(project)
{
    public override IReadOnlyList<string> Urls =>
        [.. project.Annotations.OfType<EndpointAnnotation>().Select(endpoint => new EndpointReference(project, endpoint.Name).Url)];

    public override async Task<ChildProcess?> StartAsync(ResourceLog log, CancellationToken cancellationToken)
    {
        var assembly = project.Metadata.AssemblyPath ?? throw new DistributedApplicationException($"'{project.Name}' does not say where its assembly is.");
        if (!File.Exists(assembly))
        {
            throw new DistributedApplicationException($"'{project.Name}' is not built: {assembly} is missing. Run dotnet build.");
        }

        var command = new ProcessCommand(DotnetHost.Path, "exec", assembly)
        {
            WorkingDirectory = Path.GetDirectoryName(project.Metadata.ProjectPath)!,
            Environment = await environment.ComposeAsync(project, cancellationToken),
        };
        return await ChildProcess.StartAsync(command, log.Append);
    }

    public override async Task<IReadOnlyList<HealthEntry>> CheckAsync(CancellationToken cancellationToken)
    {
        List<HealthEntry> entries = [];
        foreach (var check in project.Annotations.OfType<HttpHealthCheckAnnotation>())
        {
            entries.AddRange(await HttpHealthCheck.RunAsync(http, new Uri(new Uri(Urls[0]), check.Path), cancellationToken));
        }

        return entries.Count > 0 ? entries : await HealthProbe.RunAsync("process", _ => Task.CompletedTask, cancellationToken);
    }
}
