using System.Reflection;
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
/// <param name="DashboardAddress">Where people open the dashboard, with the token that lets them in; null when it does not run.</param>
/// <param name="Secrets">Values that nobody is shown.</param>
internal sealed record RunPlan(
    int ControlPort, IReadOnlyList<Workload> Workloads, IReadOnlyList<ProjectResource> Projects, IReadOnlyList<ResourceSnapshot> Rows,
    ProjectEnvironment Environment, IReadOnlySet<ServerKind> Installs, string DataDirectory, string? DashboardAddress, IReadOnlyList<string> Secrets)
{
    /// <exception cref="DistributedApplicationException">A port is taken, or a value is not valid.</exception>
    public static async Task<RunPlan> MakeAsync(
        IDistributedApplicationBuilder builder, RunSettings settings, InstanceFolder folder, CancellationToken cancellationToken)
    {
        var dashboard = settings.Dashboard && DashboardProject.Find(Assembly.GetEntryAssembly()) is { } project ? DashboardResource.Create(project) : null;
        // The first to start, so that it sees the others start.
        IReadOnlyList<IResource> resources = dashboard is null ? [.. builder.Resources] : [dashboard, .. builder.Resources];
        var controlPort = PortPlan.Allocate(resources, settings.DynamicPorts);
        var given = resources.OfType<ContainerResource>()
            .ToDictionary(server => server, server => GivenConnection.Find(server, builder.Configuration));
        var installs = given.Where(pair => pair.Value is null).Select(pair => GivenConnection.KindOf(pair.Key)).ToHashSet();
        var data = await ServerDataDirectory.ChooseAsync(Path.Combine(folder.Path, "data"), cancellationToken);
        var secrets = SecretStore.Open(data);
        foreach (var parameter in resources.OfType<ParameterResource>())
        {
            parameter.Value = builder.Configuration[$"Parameters:{parameter.Name}"] is { Length: > 0 } configured
                ? configured
                : secrets.GetOrAdd(parameter.Name, parameter.Default.GetDefaultValue);
        }

        List<Workload> workloads = [];
        List<ProjectResource> projects = [];
        foreach (var resource in resources)
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
                case ProjectResource described:
                    projects.Add(described);
                    break;
            }
        }

        var rows = resources.OfType<Resource>().Where(resource => resource is not ParameterResource)
            .Select(RowOf);
        TelemetryTarget? telemetry = null;
        string? dashboardAddress = null;
        if (dashboard is not null)
        {
            (telemetry, dashboardAddress) = DashboardResource.Configure(dashboard, controlPort, folder, secrets);
        }

        // Another receiver, when somebody has one.
        if (builder.Configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] is { Length: > 0 } receiver)
        {
            telemetry = new TelemetryTarget(receiver, "grpc", ApiKey: null);
        }

        List<string> hidden =
        [
            .. resources.OfType<ParameterResource>().Where(parameter => parameter.Secret).Select(parameter => parameter.Value),
            .. resources.OfType<ContainerResource>().Select(server => server.Connection.Password),
            .. secrets.All, folder.ReadOrMakeToken(),
        ];
        return new RunPlan(
            controlPort, workloads, projects, [.. rows], new ProjectEnvironment(telemetry), installs, data, dashboardAddress, hidden);
    }

    private static ResourceSnapshot RowOf(Resource resource)
    {
        var row = new ResourceSnapshot(resource.Name, resource.Type) { References = ResourceReferences.Of(resource) };
        return resource is not ProjectResource project ? row : row with
        {
            Service = project.Name,
            MaxReplicas = project.CanBeReplicated ? ReplicaSet.Most : null,
            Urls = [.. project.Annotations.OfType<EndpointAnnotation>().Select(endpoint => new EndpointReference(project, endpoint.Name).Url)],
        };
    }
}
