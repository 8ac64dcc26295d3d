using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Servers;

namespace Sophia.LocalHost.Running;

/// <summary>A server that this host runs.</summary>
internal sealed class ServerWorkload(ContainerResource resource, Server server) : Workload(resource)
{
    public override int StopSignal => server.StopSignal;

    public override async Task<ChildProcess?> StartAsync(ResourceLog log, CancellationToken cancellationToken)
    {
        var command = await server.PrepareAsync(line => log.Append(line, isError: false), cancellationToken);
        return await ChildProcess.StartAsync(command, log.Append);
    }

    public override Task<IReadOnlyList<HealthEntry>> CheckAsync(CancellationToken cancellationToken) =>
        HealthProbe.RunAsync("connection", server.CheckAsync, cancellationToken);
}
