using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Running;

namespace Sophia.Tests.LocalHost;

public sealed class SupervisorTests
{
    [Fact]
    public async Task A_service_that_ends_is_started_again_and_the_state_says_when_and_why()
    {
        await using var run = new SupervisedRun("echo hello; exit 139");

        var waiting = await run.WaitAsync(s => s.Restarts == 1);
        var again = await run.WaitAsync(s => s.Restarts == 2);

        Assert.Equal(("Restarting in 1 s (exit 139)", 139), (waiting.State, waiting.ExitCode));
        Assert.Equal("Restarting in 2 s (exit 139)", again.State);
        Assert.Equal(["hello", "hello"], run.Log.Tail(10).Select(line => line.Text), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_killed_service_runs_again_as_another_process()
    {
        await using var run = new SupervisedRun("exec sleep 600");
        var first = await run.WaitAsync(s => s is { State: "Running", Pid: not null });

        Posix.Signal(first.Pid!.Value, Posix.SignalKill);

        var second = await run.WaitAsync(s => s is { State: "Running", Pid: not null } && s.Pid != first.Pid);
        Assert.Equal((1, 137), (second.Restarts, second.ExitCode));
    }

    [Fact]
    public async Task A_service_that_does_not_end_in_time_is_killed()
    {
        await using var run = new SupervisedRun("trap '' TERM; echo deaf; while true; do sleep 0.1; done");
        var running = await run.WaitAsync(s => s is { State: "Running", Pid: not null });
        await foreach (var _ in run.Logs.FollowAsync(static _ => true, after: 0, TestContext.Current.CancellationToken))
        {
            break;
        }

        await run.Supervisor.StopAsync(TimeSpan.FromMilliseconds(200));

        Assert.Equal(("Exited", 137), (run.Board.All[0].State, run.Board.All[0].ExitCode));
        Assert.False(ProcessTree.IsRunning(running.Pid!.Value));
    }

    [Fact]
    public async Task A_service_is_ended_although_the_machine_was_busy_for_longer_than_the_grace()
    {
        await using var run = new SupervisedRun("exec sleep 600", new BusyMachine());
        await run.WaitAsync(s => s is { State: "Running", Pid: not null });

        await run.Supervisor.StopAsync(TimeSpan.FromMilliseconds(100)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("Exited", run.Board.All[0].State);
    }

    [Fact]
    public void Waits_double_to_half_a_minute_and_start_anew_after_a_healthy_minute()
    {
        var backoff = new RestartBackoff();

        var waits = Enumerable.Range(0, 7).Select(_ => backoff.Next(TimeSpan.Zero).TotalSeconds).ToArray();

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits);
        Assert.Equal(1, backoff.Next(TimeSpan.FromSeconds(60)).TotalSeconds);
    }

    /// <summary>Between two looks at the clock a second passes.</summary>
    private sealed class BusyMachine : TimeProvider
    {
        private long _looks;

        public override long GetTimestamp() => base.GetTimestamp() + (Interlocked.Increment(ref _looks) * TimestampFrequency);
    }
}
