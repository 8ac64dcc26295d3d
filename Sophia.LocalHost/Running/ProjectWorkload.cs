using System.Net;
using System.Security.Cryptography;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Proxy;
using Sophia.LocalHost.Servers;

namespace Sophia.LocalHost.Running;

/// <summary>One replica of a project of this repository, run from its built assembly behind the project's public ports.</summary>
internal sealed class ProjectWorkload(ProjectResource project, string replica, ResourceBoard board, ProjectEnvironment environment, HttpClient http)
    : Workload(project)
{
    private readonly IReadOnlyList<(EndpointAnnotation Endpoint, ProxyTarget Target)> _endpoints =
        [.. project.Annotations.OfType<EndpointAnnotation>().Select(endpoint => (endpoint, new ProxyTarget(replica, board)))];

    private IReadOnlyDictionary<string, string>? _environment;
    private string? _instanceId;

    public override IReadOnlyDictionary<string, string> Environment => _environment ?? base.Environment;

    public override string? InstanceId => _instanceId;

    public override IReadOnlyList<string> Urls =>
        [.. _endpoints.Where(e => e.Target.Address is not null).Select(e => $"{e.Endpoint.Scheme}://{e.Target.Address}")];

    /// <summary>Where it listens for an endpoint of its project.</summary>
    public ProxyTarget TargetOf(EndpointAnnotation endpoint) => _endpoints.First(e => e.Endpoint == endpoint).Target;

    public override async Task<ChildProcess?> StartAsync(ResourceLog log, CancellationToken cancellationToken)
    {
        var assembly = project.Metadata.AssemblyPath ?? throw new DistributedApplicationException($"'{project.Name}' does not say where its assembly is.");
        if (!File.Exists(assembly))
        {
            throw new DistributedApplicationException($"'{project.Name}' is not built: {assembly} is missing. Run dotnet build.");
        }

        foreach (var (_, target) in _endpoints)
        {
            // Another one each time: while nobody listened on the last one, the system may have given it to a connection.
            target.Address = new IPEndPoint(IPAddress.Loopback, FreePorts.Next());
        }

        // Another one each time too: in telemetry a restarted process is not the one before.
        _instanceId = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 8);
        _environment = await environment.ComposeAsync(project, Urls, _instanceId, cancellationToken);
        var command = new ProcessCommand(DotnetHost.Path, "exec", assembly)
        {
            WorkingDirectory = Path.GetDirectoryName(project.Metadata.ProjectPath)!,
            Environment = _environment,
        };
        return await ChildProcess.StartAsync(command, log.Append);
    }

    public override Task UnaskedAsync() => Task.WhenAll(_endpoints.Select(static endpoint => endpoint.Target.UnaskedAsync()));

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
