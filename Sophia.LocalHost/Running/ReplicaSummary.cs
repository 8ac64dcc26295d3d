using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sophia.LocalHost.Running;

/// <summary>What is known about a project, from what is known about its replicas.</summary>
internal static class ReplicaSummary
{
    // From the best a project can be to the worst.
    private static readonly string[] s_states =
    [
        ResourceState.Running, ResourceState.Starting, ResourceState.Waiting, ResourceState.NotStarted, ResourceState.FailedToStart,
        ResourceState.Stopping, ResourceState.Exited,
    ];

    /// <param name="project">The project's row; its name, type and addresses stay.</param>
    /// <param name="replicas">The rows of its replicas, at least one.</param>
    public static ResourceSnapshot Of(ResourceSnapshot project, IReadOnlyList<ResourceSnapshot> replicas)
    {
        var ready = replicas.Where(replica => replica.IsReady).ToList();
        var speaking = ready.Count > 0 ? ready : replicas;
        var best = speaking.MinBy(replica => Rank(replica.State))!;
        return project with
        {
            State = best.State,
            Message = best.Message,
            HealthReports = replicas.Count == 1 ? best.HealthReports : [.. Readiness(best, ready.Count, replicas.Count), .. Worst(speaking)],
            Pid = replicas.Count == 1 ? best.Pid : null,
            Started = replicas.Min(replica => replica.Started),
            Restarts = replicas.Sum(replica => replica.Restarts),
            ExitCode = replicas.Count == 1 ? best.ExitCode : null,
            ReadyReplicas = ready.Count,
            Replicas = project.MaxReplicas is null ? null : replicas.Count,
            InstanceId = replicas.Count == 1 ? best.InstanceId : null,
            Cpu = replicas.All(replica => replica.Cpu is null) ? null : replicas.Sum(replica => replica.Cpu),
            Memory = replicas.All(replica => replica.Memory is null) ? null : replicas.Sum(replica => replica.Memory),
            Sampled = replicas.Max(replica => replica.Sampled),
        };
    }

    // "Restarting in 4 s (exit 139)" comes after what is on its way and before what has given up.
    private static int Rank(string state) => Array.IndexOf(s_states, state) is >= 0 and var rank ? rank : 3;

    private static IEnumerable<HealthEntry> Readiness(ResourceSnapshot best, int ready, int all)
    {
        // As for a single process: nothing is said before the first answer, or once nothing runs.
        if (best is { State: ResourceState.Running, Health: not null })
        {
            yield return new HealthEntry(
                "replicas", ready == all ? HealthStatus.Healthy : ready > 0 ? HealthStatus.Degraded : HealthStatus.Unhealthy, $"{ready} of {all} ready");
        }
    }

    private static IEnumerable<HealthEntry> Worst(IEnumerable<ResourceSnapshot> replicas) =>
        replicas.SelectMany(replica => replica.HealthReports).GroupBy(report => report.Name, StringComparer.Ordinal)
            .Select(reports => reports.MinBy(report => report.Status)!);
}
