using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Sophia.LocalHost.Running;

/// <summary>The newest snapshot of every resource, and those who watch.</summary>
internal sealed class ResourceBoard
{
    private readonly Lock _lock = new();
    // One per resource of the application model.
    private readonly Dictionary<string, (ResourceSnapshot Snapshot, long Version)> _resources;
    private readonly IReadOnlyList<string> _order;
    // One per console, waiting resource and open request of the control API.
    private readonly List<Channel<bool>> _watchers = [];
    private long _version;

    public ResourceBoard(IEnumerable<ResourceSnapshot> resources)
    {
        _resources = resources.ToDictionary(r => r.Name, r => (r, 0L), StringComparer.Ordinal);
        _order = [.. _resources.Keys];
    }

    /// <summary>All resources in the order of the application model.</summary>
    public IReadOnlyList<ResourceSnapshot> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _order.Select(name => _resources[name].Snapshot)];
            }
        }
    }

    public ResourceSnapshot? Find(string name)
    {
        lock (_lock)
        {
            return _resources.TryGetValue(name, out var entry) ? entry.Snapshot : null;
        }
    }

    public void Update(string name, Func<ResourceSnapshot, ResourceSnapshot> change)
    {
        lock (_lock)
        {
            var changed = change(_resources[name].Snapshot);
            _resources[name] = (changed, ++_version);
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>Every resource, then each one that changes. A slow watcher sees the newest snapshot, never a backlog.</summary>
    public async IAsyncEnumerable<ResourceSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_lock)
        {
            _watchers.Add(wake);
        }

        try
        {
            var seen = -1L;
            do
            {
                foreach (var snapshot in ChangedSince(ref seen))
                {
                    yield return snapshot;
                }
            }
            while (await wake.Reader.ReadAsync(cancellationToken));
        }
        finally
        {
            lock (_lock)
            {
                _watchers.Remove(wake);
            }
        }
    }

    /// <summary>Returns once the condition holds for all resources together.</summary>
    public async Task WaitAsync(Func<IReadOnlyList<ResourceSnapshot>, bool> condition, CancellationToken cancellationToken)
    {
        await foreach (var _ in WatchAsync(cancellationToken))
        {
            if (condition(All))
            {
                return;
            }
        }
    }

    private List<ResourceSnapshot> ChangedSince(ref long seen)
    {
        lock (_lock)
        {
            var since = seen;
            seen = _version;
            return [.. _order.Select(name => _resources[name]).Where(entry => entry.Version > since).Select(entry => entry.Snapshot)];
        }
    }
}
