using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Servers;

namespace Sophia.LocalHost.Running;

/// <summary>A run before it starts: ports, passwords and parameters are given out, and each resource has its workload.</summary>
/// <param name="ControlPort">The control API's port.</param>
/// <param name="Workloads">One per server and database.</param>
/// <param name="Projects">What runs in front of them.</param>
/// <param name="Rows">A row per resource that runs, in the order of the application model.</param>
/// <param name="Environment">Composes the projects' variables.</param>
/// <param name="Installs">The servers that this host runs itself.</param>
/// <param name="DataDirectory">Where those keep their data.</param>
internal sealed record RunPlan(
    int ControlPort, IReadOnlyList<Workload> Workloads, IReadOnlyList<ProjectResource> Projects, IReadOnlyList<ResourceSnapshot> Rows,
    ProjectEnvironment Environment, IReadOnlySet<ServerKind> Installs, string DataDirectory)
{
    /// <exception cref="DistributedApplicationException">A port is taken, or a value is not valid.</exception>
    public static async Task<RunPlan> MakeAsync(
        IDistributedApplicationBuilder builder, RunSettings settings, InstanceFolder folder, CancellationToken cancellationToken)
    {
        var controlPort = PortPlan.Allocate(builder.Resources, settings.DynamicPorts);
        var given = builder.Resources.OfType<ContainerResource>()
            .ToDictionary(server => server, server => GivenConnection.Find(server, builder.Configuration));
        var installs = given.Where(pair => pair.Value is null).Select(pair => GivenConnection.KindOf(pair.Key)).ToHashSet();
        var data = await ServerDataDirectory.ChooseAsync(Path.Combine(folder.Path, "data"), cancellationToken);
        var secrets = SecretStore.Open(data);
        foreach (var parameter in builder.Resources.OfType<ParameterResource>())
        {
            parameter.Value = builder.Configuration[$"Parameters:{parameter.Name}"] is { Length: > 0 } configured
                ? configured
                : secrets.GetOrAdd(parameter.Name, parameter.Default.GetDefaultValue);
        }

        List<Workload> workloads = [];
        List<ProjectResource> projects = [];
        foreach (var resource in builder.Resources)
        {
            switch (resource)
            {
                case ContainerResource server when given[server] is { } connection:
                    server.Connection = connection;
                    workloads.Add(new GivenServerWorkload(server));
                    break;
                case ContainerResource server:
                    var local = ServerFactory.Create(GivenConnection.KindOf(server), server.Name, data, secrets);
                    server.Connection = local.Connection;
                    workloads.Add(new ServerWorkload(server, local));
                    break;
                case PostgresDatabaseResource database:
                    workloads.Add(new DatabaseWorkload(database));
                    break;
                case ProjectResource project:
                    projects.Add(project);
                    break;
            }
        }

        var rows = builder.Resources.OfType<Resource>().Where(resource => resource is not ParameterResource)
            .Select(resource => new ResourceSnapshot(resource.Name, resource.Type) { Urls = UrlsOf(resource) });
        return new RunPlan(controlPort, workloads, projects, [.. rows], new ProjectEnvironment(builder.Configuration), installs, data);
    }

    private static IReadOnlyList<string> UrlsOf(Resource resource) => resource is ProjectResource project
        ? [.. project.Annotations.OfType<EndpointAnnotation>().Select(endpoint => new EndpointReference(project, endpoint.Name).Url)]
        : [];
}
