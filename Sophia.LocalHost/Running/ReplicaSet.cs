using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Proxy;

namespace Sophia.LocalHost.Running;

/// <summary>The replicas of one project and the public ports in front of them.</summary>
internal sealed class ReplicaSet : IDisposable
{
    /// <summary>The most replicas of one project; each is a runtime of its own on one machine.</summary>
    public const int Most = 8;

    private readonly ProjectResource _project;
    private readonly RunLogs _logs;
    private readonly ResourceBoard _board;
    private readonly Func<string, ProjectWorkload> _newWorkload;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyList<PublicPort> _ports;
    private readonly SemaphoreSlim _changes = new(1);
    private readonly CancellationToken _end;

    // The replicas that are wanted, at most Most. Replaced, never changed, so that the ports read it without a lock.
    private volatile IReadOnlyList<Replica> _replicas = [];
    private bool _closed;

    /// <summary>Takes the project's public ports; nothing is started yet.</summary>
    /// <param name="project">The project.</param>
    /// <param name="replicas">How many replicas there are at first.</param>
    /// <param name="logs">Take what they write.</param>
    /// <param name="board">Shows how they are; has the project's row.</param>
    /// <param name="environment">Composes their variables.</param>
    /// <param name="http">Asks for their health.</param>
    /// <param name="clock">Times polls and pauses.</param>
    /// <param name="end">Ends ports and supervisors; cancel only after all replicas have stopped.</param>
    /// <exception cref="Aspire.Hosting.DistributedApplicationException">A port is taken.</exception>
    public ReplicaSet(
        ProjectResource project, int replicas, RunLogs logs, ResourceBoard board, ProjectEnvironment environment, HttpClient http, TimeProvider clock,
        CancellationToken end)
    {
        (_project, _logs, _board, _clock, _end) = (project, logs, board, clock, end);
        _newWorkload = name => new ProjectWorkload(project, name, board, environment, http);
        _ports = [.. project.Annotations.OfType<EndpointAnnotation>().Select(endpoint => PortPlan.Open(endpoint, project.Name, () => TargetsOf(endpoint), board))];
        while (_replicas.Count < replicas)
        {
            Add();
        }

        ShowCount();
    }

    public string Name => _project.Name;

    public bool CanBeReplicated => _project.CanBeReplicated;

    public IReadOnlyList<Supervisor> Supervisors => [.. _replicas.Select(replica => replica.Supervisor)];

    /// <summary>Serves the public ports until the end.</summary>
    public async Task RunAsync()
    {
        await Task.WhenAll(_ports.Select(port => port.RunAsync(_end))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_replicas.Select(replica => replica.Running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Starts more replicas, or stops the newest: those get no new connections, finish what they have begun, and end.</summary>
    /// <param name="count">How many are wanted.</param>
    /// <param name="grace">How long a replica may take to finish.</param>
    /// <returns>False when the run is ending.</returns>
    public async Task<bool> SetCountAsync(int count, TimeSpan grace)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        await _changes.WaitAsync();
        try
        {
            if (_closed)
            {
                return false;
            }

            while (_replicas.Count < count)
            {
                Add().Start();
            }

            var surplus = _replicas.Skip(count).ToList();
            _replicas = [.. _replicas.Take(count)];
            ShowCount();
            await Task.WhenAll(surplus.Select(replica => RemoveAsync(replica, grace)));
            return true;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>From now on the number of replicas stays as it is.</summary>
    public async Task CloseAsync()
    {
        await _changes.WaitAsync();
        _closed = true;
        _changes.Release();
    }

    public void Dispose()
    {
        foreach (var port in _ports)
        {
            port.Dispose();
        }

        foreach (var replica in _replicas)
        {
            replica.End.Dispose();
        }

        _changes.Dispose();
    }

    private IReadOnlyList<ProxyTarget> TargetsOf(EndpointAnnotation endpoint) => [.. _replicas.Select(replica => replica.Workload.TargetOf(endpoint))];

    private Supervisor Add()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_project.Name}-{_replicas.Count + 1}");
        _board.Add(new ResourceSnapshot(name, _project.Type) 
        {
            ReplicaOf = _project.Name, Service = _project.Name, References = ResourceReferences.Of(_project),
            MaxReplicas = _project.CanBeReplicated ? Most : null,
        });
        var workload = _newWorkload(name);
        var supervisor = new Supervisor(name, workload, _logs.Open(name), _board, _clock);
        var end = CancellationTokenSource.CreateLinkedTokenSource(_end);
        _replicas = [.. _replicas, new Replica(workload, supervisor, end, supervisor.RunAsync(end.Token))];
        return supervisor;
    }

    private void ShowCount()
    {
        var count = _replicas.Count;
        foreach (var supervisor in CanBeReplicated ? Supervisors : [])
        {
            _board.Update(supervisor.Name, s => s with { Replicas = count });
        }
    }

    private async Task RemoveAsync(Replica replica, TimeSpan grace)
    {
        await replica.Supervisor.StopAsync(grace);
        await replica.End.CancelAsync();
        await replica.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        replica.End.Dispose();
        _board.Remove(replica.Supervisor.Name);
    }

    private sealed record Replica(ProjectWorkload Workload, Supervisor Supervisor, CancellationTokenSource End, Task Running);
}
