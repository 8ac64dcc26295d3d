using System.Diagnostics.CodeAnalysis;
using Sophia.LocalHost.Output;

namespace Sophia.LocalHost.Running;

/// <summary>Everything that a run keeps running: servers, databases and the replicas of projects.</summary>
internal sealed class RunningResources : IDisposable
{
    private readonly List<Supervisor> _servers;
    private readonly List<ReplicaSet> _projects = [];

    /// <summary>Takes all public ports; nothing is started yet.</summary>
    /// <param name="plan">What runs.</param>
    /// <param name="settings">How many replicas there may be.</param>
    /// <param name="logs">Take what everything writes.</param>
    /// <param name="board">Shows how everything is.</param>
    /// <param name="http">Asks for the projects' health.</param>
    /// <param name="clock">Times polls and pauses.</param>
    /// <param name="end">Ends ports and supervisors; cancel only after <see cref="StopAsync"/>.</param>
    /// <exception cref="Aspire.Hosting.DistributedApplicationException">A port is taken.</exception>
    public RunningResources(RunPlan plan, RunSettings settings, RunLogs logs, ResourceBoard board, HttpClient http, TimeProvider clock, CancellationToken end)
    {
        _servers = [.. plan.Workloads.Select(w => new Supervisor(w.Resource.Name, w, logs.Open(w.Resource.Name), board, clock))];
        foreach (var project in plan.Projects)
        {
            var replicas = Math.Min(project.Replicas, settings.MostReplicas);
            _projects.Add(new ReplicaSet(project, replicas, logs, board, plan.Environment, http, clock, end));
        }
    }

    /// <summary>Some supervisors and no project, as tests have them.</summary>
    public RunningResources(params IReadOnlyList<Supervisor> servers) => _servers = [.. servers];

    public IReadOnlyList<ReplicaSet> Projects => _projects;

    public IReadOnlyList<Supervisor> All => [.. _servers, .. _projects.SelectMany(project => project.Supervisors)];

    /// <summary>Those that a name means: one server or replica, or all replicas of a project.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out IReadOnlyList<Supervisor>? found)
    {
        found = _projects.FirstOrDefault(project => project.Name == name)?.Supervisors
            ?? (All.FirstOrDefault(supervisor => supervisor.Name == name) is { } supervisor ? [supervisor] : null);
        return found is not null;
    }

    /// <summary>How many replicas a project has; null when there is no such project.</summary>
    public int? CountOf(string project) => _projects.FirstOrDefault(p => p.Name == project)?.Supervisors.Count;

    /// <summary>Keeps everything running until the end that its parts were given.</summary>
    public Task RunAsync(CancellationToken end) =>
        Task.WhenAll([.. _servers.Select(server => server.RunAsync(end)), .. _projects.Select(project => project.RunAsync())]);

    public void Start()
    {
        foreach (var supervisor in All)
        {
            supervisor.Start();
        }
    }

    /// <summary>Ends every process at once.</summary>
    public void Kill()
    {
        foreach (var supervisor in All)
        {
            supervisor.Kill();
        }
    }

    /// <summary>Stops everything in order.</summary>
    public async Task StopAsync()
    {
        foreach (var project in _projects)
        {
            await project.CloseAsync();
        }

        await OrderlyStop.RunAsync(All);
    }

    public void Dispose()
    {
        foreach (var project in _projects)
        {
            project.Dispose();
        }
    }
}
