using System.Runtime.CompilerServices;

namespace Sophia.LocalHost.Running;

/// <summary>The newest snapshot of every resource, and those who watch. A project's row sums up its replicas' rows.</summary>
internal sealed class ResourceBoard
{
    private readonly Lock _lock = new();
    // One per resource of the application model and per replica.
    private readonly Dictionary<string, ResourceSnapshot> _resources;
    private readonly List<string> _order;
    private readonly Wakeups _wakeups = new();

    public ResourceBoard(IEnumerable<ResourceSnapshot> resources)
    {
        _resources = resources.ToDictionary(r => r.Name, StringComparer.Ordinal);
        _order = [.. _resources.Keys];
    }

    /// <summary>All resources in the order of the application model, replicas after their project.</summary>
    public IReadOnlyList<ResourceSnapshot> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _order.Select(name => _resources[name])];
            }
        }
    }

    public ResourceSnapshot? Find(string name)
    {
        lock (_lock)
        {
            return _resources.GetValueOrDefault(name);
        }
    }

    /// <summary>Adds a replica.</summary>
    public void Add(ResourceSnapshot replica)
    {
        lock (_lock)
        {
            if (!_resources.ContainsKey(replica.Name))
            {
                var last = _order.FindLastIndex(name => name == replica.ReplicaOf || _resources[name].ReplicaOf == replica.ReplicaOf);
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
            Set(change(_resources[name]));
        }

        _wakeups.WakeAll();
    }

    /// <summary>Removes a replica.</summary>
    public void Remove(string name)
    {
        lock (_lock)
        {
            if (_resources.Remove(name, out var removed) && removed.ReplicaOf is { } project)
            {
                _order.Remove(name);
                Summarise(project);
            }
        }

        _wakeups.WakeAll();
    }

    /// <summary>Every resource, then each one that changes. A slow watcher sees the newest snapshot, never a backlog.</summary>
    /// <param name="rows">Chooses among the resources; what it no longer chooses is seen once more, as removed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<ResourceSnapshot> WatchAsync(
        Func<IReadOnlyList<ResourceSnapshot>, IReadOnlyList<ResourceSnapshot>> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var news = _wakeups.Listen();
        var seen = new Dictionary<string, ResourceSnapshot>(StringComparer.Ordinal);
        while (true)
        {
            var now = rows(All);
            foreach (var gone in seen.Values.ExceptBy(now.Select(row => row.Name), row => row.Name, StringComparer.Ordinal).ToList())
            {
                seen.Remove(gone.Name);
                yield return gone with { Removed = true };
            }

            // A snapshot never changes: every change is another object.
            foreach (var row in now.Where(row => !ReferenceEquals(seen.GetValueOrDefault(row.Name), row)))
            {
                seen[row.Name] = row;
                yield return row;
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

    /// <summary>Begins to listen for changes of any resource.</summary>
    public Wakeups.Listener Listen() => _wakeups.Listen();

    private void Set(ResourceSnapshot changed)
    {
        _resources[changed.Name] = changed;
        if (changed.ReplicaOf is { } project)
        {
            Summarise(project);
        }
    }

    private void Summarise(string project) => _resources[project] =
        ReplicaSummary.Of(_resources[project], [.. _order.Select(name => _resources[name]).Where(s => s.ReplicaOf == project)]);
}
