namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>The lines of all followed resources in the order of time. Not thread-safe: it belongs to one page.</summary>
/// <param name="capacity">The lines kept of each resource.</param>
public sealed class ConsoleBuffer(int capacity)
{
    private readonly Dictionary<string, (long Last, int Count)> _resources = new(StringComparer.Ordinal);
    private readonly List<ConsoleEntry> _entries = [];

    /// <summary>All lines, oldest first.</summary>
    public IReadOnlyList<ConsoleEntry> Entries => _entries;

    /// <summary>Takes lines as they come from several streams, each of which is in order.</summary>
    public void Add(IEnumerable<ConsoleEntry> entries)
    {
        // A stable sort: lines of one resource at one moment stay in their order.
        foreach (var entry in entries.OrderBy(static entry => entry.Line.Time))
        {
            var (last, count) = _resources.GetValueOrDefault(entry.Resource);
            if (count > 0 && entry.Line.Sequence <= last)
            {
                // A stream that was opened anew begins with lines that are known.
                continue;
            }

            if (count > 0 && entry.Line.Sequence > last + 1)
            {
                Insert(new(entry.Resource, entry.Line, entry.Line.Sequence - last - 1));
            }

            Insert(entry);
            _resources[entry.Resource] = (entry.Line.Sequence, count + 1);
        }

        if (_resources.Values.Any(resource => resource.Count > capacity + (capacity / 10)))
        {
            Trim();
        }
    }

    private void Insert(ConsoleEntry entry)
    {
        // New lines nearly always belong at the end; streams differ by milliseconds.
        var at = _entries.Count;
        while (at > 0 && _entries[at - 1].Line.Time > entry.Line.Time)
        {
            at--;
        }

        _entries.Insert(at, entry);
    }

    /// <summary>Forgets each resource's oldest lines; a tenth at a time, since each time costs a walk over all.</summary>
    private void Trim()
    {
        var excess = _resources.ToDictionary(static pair => pair.Key, pair => Math.Max(0, pair.Value.Count - capacity), StringComparer.Ordinal);
        foreach (var (resource, (last, count)) in _resources.ToArray())
        {
            _resources[resource] = (last, Math.Min(count, capacity));
        }

        _entries.RemoveAll(entry =>
        {
            if (excess[entry.Resource] == 0)
            {
                return false;
            }

            if (entry.Missing == 0)
            {
                excess[entry.Resource]--;
            }

            return true;
        });
    }
}
