using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Sophia.LocalHost.Running;

/// <summary>Composes the variables that a project's process starts with, on top of the host's own.</summary>
/// <param name="telemetry">Where the projects send telemetry; null for nowhere.</param>
internal sealed class ProjectEnvironment(TelemetryTarget? telemetry)
{
    /// <param name="project">The project.</param>
    /// <param name="addresses">Where the process is to listen, behind the project's public addresses.</param>
    /// <param name="instanceId">The process's name in telemetry.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IReadOnlyDictionary<string, string>> ComposeAsync(
        ProjectResource project, IReadOnlyList<string> addresses, string instanceId, CancellationToken cancellationToken)
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
        // The runtime sizes the youngest generation by the processor's cache, which on a shared server is the whole machine's:
        // hundreds of megabytes in each process. 32 MB are what a developer's own machine would give.
        environment["DOTNET_GCgen0size"] = "0x2000000";
        // A thread that waits for work by spinning takes the core from another process that has some.
        environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        AddTelemetry(environment, project, instanceId);
        foreach (var annotation in project.Annotations.OfType<EnvironmentAnnotation>())
        {
            await annotation.Apply(environment, cancellationToken);
        }

        return environment;
    }

    private void AddTelemetry(Dictionary<string, string> environment, ProjectResource project, string instanceId)
    {
        environment["OTEL_SERVICE_NAME"] = project.Name;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instanceId}";
        if (telemetry is null || project.IsDashboard)
        {
            return;
        }

        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = telemetry.Endpoint;
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = telemetry.Protocol;
        if (telemetry.ApiKey is { } key)
        {
            environment["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        }

        // A developer wants to see the effect of a click at once: within a second, of which the page and the way there need some.
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "400";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "400";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        environment["OTEL_TRACES_SAMPLER"] = "always_on";
        environment["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }
}
