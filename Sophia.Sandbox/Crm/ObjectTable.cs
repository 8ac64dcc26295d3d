namespace Sophia.Sandbox.Crm;

/// <summary>Objects of one type in the order of their ids. Not safe for concurrent use: the store holds the lock.</summary>
/// <param name="objects">The objects to begin with, ascending by id.</param>
/// <param name="capacity">The most objects it takes: memory is the only place they have.</param>
internal sealed class ObjectTable<T>(IEnumerable<T> objects, int capacity)
    where T : class, ICrmObject
{
    private readonly List<T> _objects = [.. objects];

    public IReadOnlyList<T> All => _objects;

    public bool IsFull => _objects.Count >= capacity;

    public T? Find(long id) => IndexOf(id) is >= 0 and var index ? _objects[index] : null;

    /// <summary>Adds an object, whose id must be larger than all before it.</summary>
    public void Add(T added)
    {
        if (_objects.Count > 0 && added.Id <= _objects[^1].Id)
        {
            throw new ArgumentException($"Object {added.Id} does not follow {_objects[^1].Id}.", nameof(added));
        }

        _objects.Add(added);
    }

    public void Replace(T changed) => _objects[IndexOf(changed.Id)] = changed;

    /// <summary>The objects whose ids follow <paramref name="after"/>, with one more than asked when there is a next page.</summary>
    public List<T> Page(long after, int limit, bool archived)
    {
        List<T> page = [];
        var index = IndexOf(after);
        for (index = index < 0 ? ~index : index + 1; index < _objects.Count && page.Count <= limit; index++)
        {
            if (_objects[index].ArchivedAt is not null == archived)
            {
                page.Add(_objects[index]);
            }
        }

        return page;
    }

    /// <summary>The index of an id, or the complement of where it would stand.</summary>
    private int IndexOf(long id)
    {
        var (low, high) = (0, _objects.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _objects[middle].Id;
            if (found == id)
            {
                return middle;
            }

            (low, high) = found < id ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
