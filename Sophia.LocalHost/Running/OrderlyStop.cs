using Aspire.Hosting.ApplicationModel;

namespace Sophia.LocalHost.Running;

/// <summary>Stops everything within five seconds: each after those that depend on it, so that nobody loses its server before its end, and nobody the dashboard that takes its last words.</summary>
internal static class OrderlyStop
{
    // Two steps of projects (web, then api) and one of servers.
    private static readonly TimeSpan s_projects = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan s_servers = TimeSpan.FromSeconds(2.2);

    public static Task RunAsync(IReadOnlyList<Supervisor> supervisors)
    {
        var stops = new Dictionary<string, Task>(StringComparer.Ordinal);
        return Task.WhenAll(supervisors.Select(StopOnce));

        // Waits form no circle, so this ends.
        Task StopOnce(Supervisor supervisor) =>
            stops.TryGetValue(supervisor.Name, out var stop) ? stop : stops[supervisor.Name] = StopAfterDependentsAsync(supervisor);

        async Task StopAfterDependentsAsync(Supervisor supervisor)
        {
            await Task.WhenAll([.. supervisors.Where(other => DependsOn(other.Workload, supervisor.Workload)).Select(StopOnce)]);
            await supervisor.StopAsync(supervisor.Workload is ProjectWorkload ? s_projects : s_servers);
        }
    }

    private static bool DependsOn(Workload one, Workload other) =>
        one.Dependencies.Contains(other.Resource) || (IsDashboard(other) && one is ProjectWorkload && !IsDashboard(one));

    private static bool IsDashboard(Workload workload) => workload.Resource is ProjectResource { IsDashboard: true };
}
