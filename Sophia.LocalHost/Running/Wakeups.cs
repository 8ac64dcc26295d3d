using System.Threading.Channels;

namespace Sophia.LocalHost.Running;

/// <summary>Wakes those who wait for news; who is busy is woken once, however much happens meanwhile.</summary>
internal sealed class Wakeups
{
    private readonly Lock _lock = new();
    // One per console, waiting resource or client, and open request of the control API.
    private readonly List<Channel<bool>> _waiting = [];

    /// <summary>Begins to listen.</summary>
    public Listener Listen()
    {
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_lock)
        {
            _waiting.Add(wake);
        }

        return new Listener(this, wake);
    }

    public void WakeAll()
    {
        lock (_lock)
        {
            foreach (var wake in _waiting)
            {
                wake.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>One who listens until disposed.</summary>
    internal sealed class Listener(Wakeups wakeups, Channel<bool> wake) : IDisposable
    {
        /// <summary>Returns once there has been news since the last return.</summary>
        public async ValueTask WaitAsync(CancellationToken cancellationToken) => await wake.Reader.ReadAsync(cancellationToken);

        public void Dispose()
        {
            lock (wakeups._lock)
            {
                wakeups._waiting.Remove(wake);
            }
        }
    }
}
