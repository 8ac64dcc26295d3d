using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Sophia.Data.EventLog;

/// <summary>
/// Wakes one worker when something was written. Every worker has its own, so that none takes another's wake-up; all
/// share one connection.
/// </summary>
public sealed class LogSignal : IDisposable
{
    private readonly NotificationListener _listener;
    private readonly TimeProvider _clock;

    // One slot per channel: however many notifications came, one look finds everything. Channels are few and fixed.
    private readonly ConcurrentDictionary<string, Channel<bool>> _pending = new(StringComparer.Ordinal);

    internal LogSignal(NotificationListener listener, TimeProvider clock)
    {
        _listener = listener;
        _clock = clock;
        listener.Add(this);
    }

    /// <summary>
    /// Returns when something was announced on <paramref name="channel"/> since the last wait, or after
    /// <paramref name="atMost"/>. The first wait returns at once, and so does the first after the connection was lost,
    /// since announcements may have passed unheard.
    /// </summary>
    /// <param name="channel">One of the channels that the listener knows, such as <see cref="EventAppender.Channel"/>.</param>
    /// <param name="atMost">The sweep: how long to rely on announcements alone.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Nobody listens to that channel: only the sweep would ever end the wait.</exception>
    public async Task WaitAsync(string channel, TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (!NotificationListener.Hears(channel))
        {
            throw new ArgumentException($"Nobody listens to the channel '{channel}'.", nameof(channel));
        }

        var slot = _pending.GetOrAdd(channel, static _ => Full());
        using var sweep = new CancellationTokenSource(atMost, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(sweep.Token, cancellationToken);
        try
        {
            await slot.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was announced: the caller sweeps.
        }
    }

    /// <summary>As <see cref="WaitAsync"/>, on whichever of two channels is first.</summary>
    public async Task WaitAnyAsync(string channel, string other, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var first = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] waits = [WaitAsync(channel, atMost, first.Token), WaitAsync(other, atMost, first.Token)];
        await Task.WhenAny(waits);

        // Should the slower one have heard something just now, too, the caller looks anyway.
        await first.CancelAsync();
        await Task.WhenAll(waits).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Takes the signal off the shared connection.</summary>
    public void Dispose() => _listener.Remove(this);

    internal void Wake(string? channel)
    {
        foreach (var (name, slot) in _pending)
        {
            if (channel is null || string.Equals(channel, name, StringComparison.Ordinal))
            {
                slot.Writer.TryWrite(true);
            }
        }
    }

    private static Channel<bool> Full()
    {
        var slot = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        slot.Writer.TryWrite(true);
        return slot;
    }
}
