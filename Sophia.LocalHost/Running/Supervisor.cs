using Sophia.LocalHost.Output;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Running;

/// <summary>Keeps one resource as it is wanted: waits for what it needs, starts it, watches its health, starts it again.</summary>
/// <param name="name">Its name on the board; a project's replicas have one each.</param>
/// <param name="workload">How it is started and checked.</param>
/// <param name="log">Takes what it writes.</param>
/// <param name="board">Shows how it is.</param>
/// <param name="clock">Times polls and pauses.</param>
internal sealed class Supervisor(string name, Workload workload, ResourceLog log, ResourceBoard board, TimeProvider clock)
{
    private static readonly TimeSpan s_firstPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestStartingPoll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_loadingPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_healthyPoll = TimeSpan.FromSeconds(5);
    private readonly RestartBackoff _backoff = new();
    private readonly Switch _switch = new();
    private ChildProcess? _child;
    private volatile bool _again;

    public Workload Workload { get; } = workload;

    public string Name { get; } = name;

    /// <summary>Asks for it to run; returns at once.</summary>
    public void Start()
    {
        Set(s => s with { Message = null });
        _switch.TurnOn();
    }

    /// <summary>Stops it and keeps it stopped.</summary>
    /// <param name="grace">How long it may take before it is killed.</param>
    public Task StopAsync(TimeSpan grace) => _switch.TurnOffAsync(grace);

    /// <summary>Stops it and starts it again; who connects meanwhile is told to wait, not that it is gone.</summary>
    /// <param name="grace">How long it may take before it is killed.</param>
    public async Task RestartAsync(TimeSpan grace)
    {
        _again = true;
        try
        {
            await StopAsync(grace);
        }
        finally
        {
            _again = false;
        }

        Start();
    }

    /// <summary>Ends its process at once.</summary>
    public void Kill() => _child?.Kill();

    /// <summary>Runs until cancelled; cancel only after <see cref="StopAsync"/>.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var stop = await _switch.WhenOnAsync(cancellationToken);
            _backoff.Reset();
            while (!stop.IsCancellationRequested)
            {
                await RunOnceAsync(stop);
            }

            Set(s => s with { State = _again ? ResourceState.Starting : ResourceState.Exited, Message = null, HealthReports = [], Pid = null, Cpu = null, Memory = null });
            _switch.ReportOff();
        }
    }

    /// <summary>One life of the process, and the wait before the next.</summary>
    private async Task RunOnceAsync(CancellationToken stop)
    {
        var healthyFor = TimeSpan.Zero;
        string ending;
        try
        {
            await WaitForDependenciesAsync(stop);
            Set(s => s with { State = ResourceState.Starting, Message = null, HealthReports = [] });
            var child = _child = await Workload.StartAsync(log, stop);
            Set(s => s with { State = ResourceState.Running, Started = clock.GetUtcNow(), Pid = child?.ProcessId, Urls = Workload.Urls, InstanceId = Workload.InstanceId });
            healthyFor = await WatchAsync(child, stop);
            var exitCode = child is null ? 0 : await child.Exited;
            Set(s => s with { ExitCode = exitCode, Pid = null, HealthReports = [], Cpu = null, Memory = null });
            ending = $"exit {exitCode}";
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await EndAsync();
            return;
        }
        catch (Exception error)
        {
            log.Append(error.Message, isError: true);
            Set(s => s with { State = ResourceState.FailedToStart, HealthReports = [] });
            ending = "failed to start";
        }
        finally
        {
            await DropAsync();
        }

        await PauseAsync(ending, _backoff.Next(healthyFor), stop);
    }

    private async Task WaitForDependenciesAsync(CancellationToken stop)
    {
        var names = Workload.Dependencies.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        await board.WaitAsync(
            all =>
            {
                var missing = all.Where(r => names.Contains(r.Name) && !r.IsReady).Select(r => r.Name).ToList();
                var message = $"for {string.Join(", ", missing)}";
                if (missing.Count > 0 && board.Find(Name)?.Message != message)
                {
                    Set(s => s with { State = ResourceState.Waiting, Message = message });
                }

                return missing.Count == 0;
            },
            stop);
    }

    /// <summary>Asks for its health until the process ends.</summary>
    /// <returns>How long it was healthy in the end.</returns>
    private async Task<TimeSpan> WatchAsync(ChildProcess? child, CancellationToken stop)
    {
        var exited = child is null ? Task.Delay(Timeout.InfiniteTimeSpan, stop) : child.Exited;
        long? healthySince = null;
        var poll = s_firstPoll;
        while (!exited.IsCompleted)
        {
            var reports = await Workload.CheckAsync(stop);
            var now = clock.GetUtcNow();
            Set(s => s with { HealthReports = [.. reports.Select(report => report with { LastRun = now })], Pid = child?.ProcessId });
            if (board.Find(Name) is { IsReady: true } ready)
            {
                healthySince ??= clock.GetTimestamp();
                poll = ready.Load is null ? s_healthyPoll : s_loadingPoll;
            }
            else
            {
                healthySince = null;
                poll = poll * 1.5 < s_longestStartingPoll ? poll * 1.5 : s_longestStartingPoll;
            }

            await Task.WhenAny(exited, Task.Delay(poll, clock, stop));
            stop.ThrowIfCancellationRequested();
        }

        return healthySince is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;
    }

    private async Task EndAsync()
    {
        if (_child is { } child)
        {
            // From here on it gets no new requests. Those under way may take half of the time.
            Set(s => s with { State = ResourceState.Stopping, Message = null });
            var began = clock.GetTimestamp();
            await Task.WhenAny(child.Exited, Workload.UnaskedAsync(), Task.Delay(_switch.Grace / 2, clock, CancellationToken.None));
            var left = _switch.Grace - clock.GetElapsedTime(began);
            // A busy machine may have taken more than all of it.
            await child.StopAsync(Workload.StopSignal, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            var exitCode = await child.Exited;
            Set(s => s with { ExitCode = exitCode });
        }
    }

    /// <summary>Whatever happened, there is never a second process beside one that is forgotten.</summary>
    private async Task DropAsync()
    {
        if (_child is { } child)
        {
            await child.DisposeAsync();
            _child = null;
        }
    }

    private async Task PauseAsync(string ending, TimeSpan pause, CancellationToken stop)
    {
        Set(s => s with { State = $"Restarting in {pause.TotalSeconds:0} s ({ending})", Restarts = s.Restarts + 1 });
        try
        {
            await Task.Delay(pause, clock, stop);
        }
        catch (OperationCanceledException)
        {
            // Stopped meanwhile; the loop sees it.
        }
    }

    private void Set(Func<ResourceSnapshot, ResourceSnapshot> change) => board.Update(Name, change);
}
