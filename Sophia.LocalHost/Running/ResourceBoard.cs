using System.Runtime.CompilerServices;

namespace Sophia.LocalHost.Running;

/// <summary>The newest snapshot of every resource, and those who watch. A project's row sums up its replicas' rows.</summary>
internal sealed class ResourceBoard
{
    private readonly Lock _lock = new();
    // One per resource of the application model and per replica there has been; their numbers are used again.
    private readonly Dictionary<string, (ResourceSnapshot Snapshot, long Version)> _resources;
    private readonly List<string> _order;
    private readonly Wakeups _wakeups = new();
    private long _version;

    public ResourceBoard(IEnumerable<ResourceSnapshot> resources)
    {
        _resources = resources.ToDictionary(r => r.Name, r => (r, 0L), StringComparer.Ordinal);
        _order = [.. _resources.Keys];
    }

    /// <summary>All resources in the order of the application model, replicas after their project.</summary>
    public IReadOnlyList<ResourceSnapshot> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _order.Select(name => _resources[name].Snapshot).Where(IsThere)];
            }
        }
    }

    public ResourceSnapshot? Find(string name)
    {
        lock (_lock)
        {
            return _resources.TryGetValue(name, out var entry) && IsThere(entry.Snapshot) ? entry.Snapshot : null;
        }
    }

    /// <summary>Adds a replica, which may have been removed before.</summary>
    public void Add(ResourceSnapshot replica)
    {
        lock (_lock)
        {
            if (!_resources.ContainsKey(replica.Name))
            {
                var last = _order.FindLastIndex(name => name == replica.Parent || _resources[name].Snapshot.Parent == replica.Parent);
                _order.Insert(last + 1, replica.Name);
            }

            Set(replica);
        }

        _wakeups.WakeAll();
    }

    public void Update(string name, Func<ResourceSnapshot, ResourceSnapshot> change)
    {
        lock (_lock)
        {
            Set(change(_resources[name].Snapshot));
        }

        _wakeups.WakeAll();
    }

    /// <summary>Removes a replica; who watches sees its row once more, as <see cref="ResourceState.Removed"/>.</summary>
    public void Remove(string name) => Update(name, s => s with { State = ResourceState.Removed, Urls = [] });

    /// <summary>Every resource, then each one that changes. A slow watcher sees the newest snapshot, never a backlog.</summary>
    public async IAsyncEnumerable<ResourceSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var news = _wakeups.Listen();
        var seen = -1L;
        while (true)
        {
            foreach (var snapshot in ChangedSince(ref seen))
            {
                yield return snapshot;
            }

            await news.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Returns once the condition holds for all resources together.</summary>
    public async Task WaitAsync(Func<IReadOnlyList<ResourceSnapshot>, bool> condition, CancellationToken cancellationToken)
    {
        using var news = _wakeups.Listen();
        while (!condition(All))
        {
            await news.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Returns at the next change of any resource.</summary>
    public async Task NextChangeAsync(CancellationToken cancellationToken)
    {
        using var news = _wakeups.Listen();
        await news.WaitAsync(cancellationToken);
    }

    private static bool IsThere(ResourceSnapshot snapshot) => snapshot.State != ResourceState.Removed;

    private void Set(ResourceSnapshot changed)
    {
        _resources[changed.Name] = (changed, ++_version);
        if (changed.Parent is { } parent)
        {
            var replicas = _order.Select(name => _resources[name].Snapshot).Where(s => s.Parent == parent && IsThere(s)).ToList();
            _resources[parent] = (ReplicaSummary.Of(_resources[parent].Snapshot, replicas), ++_version);
        }
    }

    private List<ResourceSnapshot> ChangedSince(ref long seen)
    {
        lock (_lock)
        {
            var since = seen;
            seen = _version;
            return [.. _order.Select(name => _resources[name]).Where(entry => entry.Version > since).Select(entry => entry.Snapshot)
                // Who comes later never saw those that are gone.
                .Where(snapshot => since >= 0 || IsThere(snapshot))];
        }
    }
}
