using System.Runtime.CompilerServices;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Output;

/// <summary>What all resources of a run write, in one order, and those who follow along.</summary>
/// <param name="folder">Where the log files are.</param>
/// <param name="clock">Dates the lines.</param>
internal sealed class RunLogs(string folder, TimeProvider clock) : IDisposable
{
    // A follower that is behind reads this much at a time.
    private const int MostAtOnce = 1_000;
    private readonly Lock _lock = new();
    // One per server and per replica there has been; their numbers are used again.
    private readonly Dictionary<string, ResourceLog> _logs = new(StringComparer.Ordinal);
    private readonly Wakeups _wakeups = new();
    private long _sequence;

    /// <summary>The log of a resource, made when there is none.</summary>
    public ResourceLog Open(string resource)
    {
        lock (_lock)
        {
            return _logs.TryGetValue(resource, out var log) ? log : _logs[resource] = new ResourceLog(this, resource, Path.Combine(folder, resource + ".log"));
        }
    }

    /// <summary>The newest lines of the resources together, oldest first.</summary>
    public IReadOnlyList<LogLine> Tail(Func<string, bool> includes, int count)
    {
        lock (_lock)
        {
            return [.. After(0, includes, count, newest: true)];
        }
    }

    /// <summary>The sequence behind which the newest lines of the resources begin.</summary>
    public long SequenceBefore(Func<string, bool> includes, int count)
    {
        lock (_lock)
        {
            return After(0, includes, count, newest: true).FirstOrDefault()?.Sequence - 1 ?? _sequence;
        }
    }

    /// <summary>The lines after a sequence that are still kept.</summary>
    public IReadOnlyList<LogLine> Read(Func<string, bool> includes, long after)
    {
        lock (_lock)
        {
            return [.. After(after, includes, ResourceLog.Capacity, newest: false)];
        }
    }

    /// <summary>The lines after a sequence that are still kept, and then every new one, until cancelled.</summary>
    /// <remarks>Whoever is slower than the resources for longer than <see cref="ResourceLog.Capacity"/> lines misses some, and sees it by their numbers.</remarks>
    public async IAsyncEnumerable<LogLine> FollowAsync(Func<string, bool> includes, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var news = _wakeups.Listen();
        while (true)
        {
            IReadOnlyList<LogLine> lines;
            lock (_lock)
            {
                lines = [.. After(after, includes, MostAtOnce, newest: false)];
            }

            foreach (var line in lines)
            {
                yield return line;
                after = line.Sequence;
            }

            if (lines.Count < MostAtOnce)
            {
                await news.WaitAsync(cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        foreach (var log in _logs.Values)
        {
            log.Dispose();
        }
    }

    internal void Append(ResourceLog log, string text, bool isError)
    {
        lock (_lock)
        {
            log.Write(++_sequence, clock.GetUtcNow(), text, isError);
        }

        _wakeups.WakeAll();
    }

    private IEnumerable<LogLine> After(long sequence, Func<string, bool> includes, int count, bool newest)
    {
        List<LogLine> lines = [];
        foreach (var ring in _logs.Values.Where(log => includes(log.Resource)).Select(log => log.Lines))
        {
            var first = newest ? Math.Max(0, ring.Count - count) : ring.IndexAfter(sequence);
            var end = newest ? ring.Count : Math.Min(ring.Count, first + count);
            for (var i = first; i < end; i++)
            {
                lines.Add(ring[i]);
            }
        }

        lines.Sort(static (one, other) => one.Sequence.CompareTo(other.Sequence));
        return newest ? lines.Skip(lines.Count - count) : lines.Take(count);
    }
}
