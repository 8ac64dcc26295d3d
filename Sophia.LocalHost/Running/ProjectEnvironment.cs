using System.Security.Cryptography;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Sophia.LocalHost.Running;

/// <summary>Composes the variables that a project's process starts with, on top of the host's own.</summary>
internal sealed class ProjectEnvironment(IConfiguration configuration)
{
    /// <param name="project">The project.</param>
    /// <param name="addresses">Where the process is to listen, behind the project's public addresses.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IReadOnlyDictionary<string, string>> ComposeAsync(
        ProjectResource project, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in project.Annotations.OfType<LaunchProfile>().SingleOrDefault()?.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            environment[name] = value;
        }

        environment["ASPNETCORE_URLS"] = string.Join(';', addresses);
        environment["DOTNET_LAUNCH_PROFILE"] = project.Annotations.OfType<LaunchProfile>().SingleOrDefault()?.Name ?? "";
        environment["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
        // Half a dozen runtimes share one developer machine: a heap per process, not per core.
        environment["DOTNET_gcServer"] = "0";
        AddTelemetry(environment, project);
        foreach (var annotation in project.Annotations.OfType<EnvironmentAnnotation>())
        {
            await annotation.Apply(environment, cancellationToken);
        }

        return environment;
    }

    private void AddTelemetry(Dictionary<string, string> environment, ProjectResource project)
    {
        environment["OTEL_SERVICE_NAME"] = project.Name;
        environment["OTEL_RESOURCE_ATTRIBUTES"] =
            $"service.instance.id={RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 8)}";
        if (configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] is not { Length: > 0 } endpoint)
        {
            return;
        }

        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        // A developer wants to see the effect of a click at once.
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        environment["OTEL_TRACES_SAMPLER"] = "always_on";
        environment["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }
}
