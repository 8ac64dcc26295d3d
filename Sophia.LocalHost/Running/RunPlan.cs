using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Servers;

namespace Sophia.LocalHost.Running;

/// <summary>A run before it starts: ports, passwords and parameters are given out, and each resource has its workload.</summary>
/// <param name="ControlPort">The control API's port.</param>
/// <param name="Workloads">One per resource that runs, in the order of the application model.</param>
/// <param name="Installs">The servers that this host runs itself.</param>
/// <param name="DataDirectory">Where those keep their data.</param>
internal sealed record RunPlan(int ControlPort, IReadOnlyList<Workload> Workloads, IReadOnlySet<ServerKind> Installs, string DataDirectory)
{
    /// <exception cref="DistributedApplicationException">A port is taken, or a value is not valid.</exception>
    public static async Task<RunPlan> MakeAsync(
        IDistributedApplicationBuilder builder, RunSettings settings, InstanceFolder folder, HttpClient http, CancellationToken cancellationToken)
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

        var environment = new ProjectEnvironment(builder.Configuration);
        List<Workload> workloads = [];
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
                    workloads.Add(new ProjectWorkload(project, environment, http));
                    break;
            }
        }

        return new RunPlan(controlPort, workloads, installs, data);
    }
}
