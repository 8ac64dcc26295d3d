namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>The lines that a page holds, of one resource or of all. Not thread-safe: it belongs to the page.</summary>
/// <param name="capacity">The lines kept of each resource.</param>
public sealed class ConsoleBuffer(int capacity)
{
    private readonly Dictionary<string, (long Last, int Count)> _resources = new(StringComparer.Ordinal);
    private readonly List<ConsoleEntry> _entries = [];

    /// <summary>All lines, oldest first.</summary>
    public IReadOnlyList<ConsoleEntry> Entries => _entries;

    /// <summary>Takes lines in their order; those that are known already are left out.</summary>
    public void Add(IEnumerable<ConsoleLine> lines)
    {
        foreach (var line in lines)
        {
            var known = _resources.TryGetValue(line.Resource, out var resource);
            if (known && line.Number <= resource.Last)
            {
                continue;
            }

            if (known && line.Number > resource.Last + 1)
            {
                _entries.Add(new(line, line.Number - resource.Last - 1));
            }

            _entries.Add(new(line));
            _resources[line.Resource] = (line.Number, resource.Count + 1);
        }

        if (_resources.Values.Any(resource => resource.Count > capacity + (capacity / 10)))
        {
            Trim();
        }
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
            if (excess[entry.Line.Resource] == 0)
            {
                return false;
            }

            if (entry.Missing == 0)
            {
                excess[entry.Line.Resource]--;
            }

            return true;
        });
    }
}
