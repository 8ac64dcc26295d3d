using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Running;

/// <summary>Measures what every resource's processes use and shows it on the board.</summary>
internal sealed class UsageSampler(ResourceBoard board, TimeProvider clock)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(2);

    // The kernel walks all pages of a process to tell its share of them, half a millisecond each, so memory is asked for less often.
    private const int RoundsPerMemory = 5;

    // One per process on the board.
    private Dictionary<int, (TimeSpan Processor, long Time)> _last = [];
    private int _round;

    /// <summary>Measures until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            Sample();
        }
    }

    // A user who may not see the processes of another gets nothing, which is not the same as their using nothing.
    private static long? ReadMemory(IReadOnlyList<int> processes) => ProcessMemory.ReadProportionalSetSize(processes) is > 0 and var bytes ? bytes : null;

    internal void Sample()
    {
        var now = clock.GetTimestamp();
        var withMemory = _round++ % RoundsPerMemory == 0;
        // A project's row sums up its replicas' by itself.
        var rows = board.All.Where(row => row.Pid is not null && row.ReadyReplicas is null).ToList();
        var trees = ProcessTree.TreesOf([.. rows.Select(row => row.Pid!.Value)]);
        var last = _last;
        _last = trees.ToDictionary(tree => tree.Key, tree => (tree.Value.Processor, now));
        foreach (var row in rows)
        {
            if (!trees.TryGetValue(row.Pid!.Value, out var tree))
            {
                continue;
            }

            double? processor = last.TryGetValue(row.Pid.Value, out var before)
                ? Math.Max(0, (tree.Processor - before.Processor) / clock.GetElapsedTime(before.Time, now))
                : null;
            var memory = withMemory || row.Memory is null ? ReadMemory(tree.Processes) : row.Memory;
            // It may have been replaced while we looked.
            board.Update(row.Name, s => s.Pid != row.Pid ? s : s with { Cpu = processor, Memory = memory, Sampled = clock.GetUtcNow() });
        }
    }
}
