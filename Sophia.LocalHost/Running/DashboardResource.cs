using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Servers;

namespace Sophia.LocalHost.Running;

/// <summary>The dashboard as one more project of the run, which shows the others.</summary>
internal static class DashboardResource
{
    public const string Name = "dashboard";
    private const int OtlpPort = 18890;

    /// <summary>The resource, with the endpoints of its launch profile and one for telemetry.</summary>
    public static ProjectResource Create(DashboardProject project)
    {
        var dashboard = new ProjectResource(Name);
        dashboard.Annotations.Add(project);
        dashboard.AddLaunchProfile(project);
        dashboard.Annotations.Add(new EndpointAnnotation("otlp", "http", OtlpPort));
        dashboard.Annotations.Add(new HttpHealthCheckAnnotation("/health"));
        return dashboard;
    }

    /// <summary>Tells the dashboard what it needs to know, once ports are given out.</summary>
    /// <returns>Where the others send their telemetry, and the address with the token that people open.</returns>
    public static (TelemetryTarget Telemetry, string Address) Configure(ProjectResource dashboard, int controlPort, InstanceFolder folder, SecretStore secrets)
    {
        var key = secrets.GetOrAdd("otlp-api-key");
        var token = secrets.GetOrAdd("dashboard-token");
        dashboard.Annotations.Add(new EnvironmentAnnotation((environment, _) =>
        {
            // Behind the public ports it has others; the second is for telemetry alone.
            environment["Otlp__Address"] = environment["ASPNETCORE_URLS"].Split(';')[^1];
            environment["Otlp__ApiKey"] = key;
            environment["Dashboard__Token"] = token;
            environment["Dashboard__DataFolder"] = folder.Private(Name);
            environment["ControlApi__Address"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{controlPort}");
            environment["ControlApi__Token"] = folder.ReadOrMakeToken();
            return Task.CompletedTask;
        }));
        return (
            new TelemetryTarget(new EndpointReference(dashboard, "otlp").Url, "http/protobuf", key),
            $"{new EndpointReference(dashboard, "http").Url}/?t={token}");
    }
}
