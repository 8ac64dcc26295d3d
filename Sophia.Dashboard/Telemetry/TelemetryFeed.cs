using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Sophia.Dashboard.Telemetry;

/// <summary>Tells pages and streams that something new came, so that they ask again. Singleton.</summary>
/// <param name="clock">The time.</param>
public sealed class TelemetryFeed(TimeProvider clock)
{
    // Bounded by the viewers: one entry for each open page or stream.
    private volatile Watcher[] _watchers = [];
    private readonly Lock _gate = new();

    /// <summary>
    /// Yields the signals that changed since the last time, at most once in every <paramref name="pause"/>; the first item
    /// comes with the first change. Changes of a slow watcher are merged, so it is never behind by more than one item.
    /// </summary>
    /// <param name="signals">What to be told of.</param>
    /// <param name="pause">The least time between two items; 250 ms is right for a page.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <returns>The changes.</returns>
    public async IAsyncEnumerable<TelemetrySignals> WatchAsync(
        TelemetrySignals signals, TimeSpan pause, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = new Watcher(signals);
        lock (_gate)
        {
            _watchers = [.. _watchers, watcher];
        }

        try
        {
            await foreach (var _ in watcher.Wakeups.Reader.ReadAllAsync(cancellationToken))
            {
                yield return watcher.Take();
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers = [.. _watchers.Where(other => other != watcher)];
            }
        }
    }

    /// <summary>Tells all watchers of these signals.</summary>
    /// <param name="changed">What changed.</param>
    internal void Publish(TelemetrySignals changed)
    {
        foreach (var watcher in _watchers)
        {
            watcher.Tell(changed);
        }
    }

    private sealed class Watcher(TelemetrySignals wanted)
    {
        private int _changed;

        // One slot: a second wake-up before the first was seen says nothing new.
        public Channel<bool> Wakeups { get; } = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Tell(TelemetrySignals changed)
        {
            if ((changed & wanted) != TelemetrySignals.None)
            {
                Interlocked.Or(ref _changed, (int)(changed & wanted));
                Wakeups.Writer.TryWrite(true);
            }
        }

        public TelemetrySignals Take() => (TelemetrySignals)Interlocked.Exchange(ref _changed, 0);
    }
}
