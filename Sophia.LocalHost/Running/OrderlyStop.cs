namespace Sophia.LocalHost.Running;

/// <summary>Stops everything within five seconds: each after those that depend on it, so that nobody loses its server before its end.</summary>
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
            await Task.WhenAll([.. supervisors.Where(other => other.Workload.Dependencies.Contains(supervisor.Workload.Resource)).Select(StopOnce)]);
            await supervisor.StopAsync(supervisor.Workload is ProjectWorkload ? s_projects : s_servers);
        }
    }
}
