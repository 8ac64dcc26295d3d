using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Running;

/// <summary>A server that runs elsewhere, known by a connection string in configuration; it is watched, never stopped.</summary>
internal sealed class GivenServerWorkload(ContainerResource resource) : Workload(resource)
{
    public override Task<ChildProcess?> StartAsync(ResourceLog log, CancellationToken cancellationToken) => Task.FromResult<ChildProcess?>(null);

    public override Task<IReadOnlyList<HealthEntry>> CheckAsync(CancellationToken cancellationToken) =>
        HealthProbe.RunAsync("connection", ConnectAsync, cancellationToken);

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(resource.Connection.Host, resource.Connection.Port, cancellationToken);
    }
}
