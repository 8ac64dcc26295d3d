using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Output;

namespace Sophia.LocalHost.Running;

/// <summary>Everything that a run keeps running: servers, databases and the replicas of projects.</summary>
internal sealed class RunningResources : IDisposable
{
    private readonly List<Supervisor> _servers;
    private static readonly TimeSpan s_longestWithoutSpares = TimeSpan.FromMinutes(2);
    private readonly List<ReplicaSet> _projects = [];
    private readonly ResourceBoard _board;
    private readonly TimeProvider _clock;

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
        (_board, _clock) = (board, clock);
        _servers = [.. plan.Workloads.Select(w => new Supervisor(w.Resource.Name, w, logs.Open(w.Resource.Name), board, clock))];
        foreach (var project in plan.Projects)
        {
            var replicas = Math.Min(project.Replicas, settings.MostReplicas);
            _projects.Add(new ReplicaSet(project, replicas, logs, board, plan.Environment, http, clock, end));
        }
    }

    /// <summary>Some supervisors and no project, as tests have them.</summary>
    public RunningResources(ResourceBoard board, params IReadOnlyList<Supervisor> servers) =>
        (_board, _clock, _servers) = (board, TimeProvider.System, [.. servers]);

    public IReadOnlyList<ReplicaSet> Projects => _projects;

    public IReadOnlyList<Supervisor> All => [.. _servers, .. _projects.SelectMany(project => project.Supervisors)];

    private IEnumerable<Supervisor> First => [.. _servers, .. _projects.Select(project => project.Supervisors[0])];

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

    /// <summary>Starts everything, of each project one replica.</summary>
    public void Start()
    {
        foreach (var supervisor in First)
        {
            supervisor.Start();
        }
    }

    /// <summary>
    /// Starts the other replicas once all that <see cref="Start"/> started is healthy, which a service is not while a history
    /// loads: on a small machine neither is to be slowed by processes that nobody needs yet. After two minutes they start anyway.
    /// </summary>
    public async Task StartSparesAsync(CancellationToken cancellationToken)
    {
        var spares = All.Except(First).ToList();
        spares.ForEach(spare => _board.Update(spare.Name, s => s with { Message = "until the others are healthy" }));
        var first = First.Select(supervisor => supervisor.Name).ToHashSet(StringComparer.Ordinal);
        using var limit = new CancellationTokenSource(s_longestWithoutSpares, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _board.WaitAsync(all => all.Where(row => first.Contains(row.Name)).All(row => row is { IsReady: true, Health: HealthStatus.Healthy }), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Something stays unwell or loads for long: the spares may be needed now.
        }

        cancellationToken.ThrowIfCancellationRequested();
        spares.ForEach(spare => spare.Start());
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
