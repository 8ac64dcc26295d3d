using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Resources;

/// <summary>Every process that has sent telemetry, by the bytes of its resource message.</summary>
internal sealed class ResourceTable(int most, TimeProvider clock)
{
    // More attributes than this are no description of a process.
    private const int MostAttributes = 256;

    // The same process may describe itself in more than one way, such as by another SDK for each signal.
    private readonly Dictionary<byte[], ResourceEntry> _byMessage = new(Utf8Comparer.Instance);
    private readonly Dictionary<string, ResourceEntry> _byDescription = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private volatile Dictionary<int, ResourceEntry> _byId = [];
    private int _lastId;

    /// <summary>Is told of a process that is seen for the first time, with the time in nanoseconds since 1970.</summary>
    public Action<ResourceEntry, long>? Appeared { get; set; }

    /// <summary>How many processes are known.</summary>
    public int Count => _byId.Count;

    /// <summary>How often a process was refused because the bound was reached.</summary>
    public long Refused { get; private set; }

    /// <summary>When that was last.</summary>
    public DateTimeOffset? LastRefused { get; private set; }

    /// <summary>All processes.</summary>
    public IReadOnlyCollection<ResourceEntry> All => _byId.Values;

    /// <summary>Finds a process by its number.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The process; null where nothing of it is kept any longer.</returns>
    public ResourceEntry? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>The numbers that a query's resource means.</summary>
    /// <param name="resource">A key or a service's name; null means all.</param>
    /// <returns>The numbers; null means all.</returns>
    public HashSet<int>? Select(string? resource) =>
        string.IsNullOrEmpty(resource) ? null : [.. _byId.Values.Where(entry => entry.Is(resource)).Select(static entry => entry.Id)];

    /// <summary>Finds the process that a resource message describes, or takes it in.</summary>
    /// <param name="message">The message in protobuf.</param>
    /// <param name="at">When it was received, in nanoseconds since 1970.</param>
    /// <returns>The process; null where the bound is reached.</returns>
    /// <exception cref="OtlpFormatException">The message is not well formed.</exception>
    public ResourceEntry? Resolve(ReadOnlySpan<byte> message, long at)
    {
        ResourceEntry? entry;
        lock (_gate)
        {
            var lookup = _byMessage.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (!lookup.TryGetValue(message, out entry))
            {
                entry = TakeIn(message, at);
                if (entry is not null)
                {
                    if (_byMessage.Count >= most * 4)
                    {
                        // Only a way to find them quickly: it fills again.
                        _byMessage.Clear();
                    }

                    lookup[message] = entry;
                }
            }
        }

        entry?.Saw(at);
        return entry;
    }

    private ResourceEntry? TakeIn(ReadOnlySpan<byte> message, long at)
    {
        var attributes = Read(message);
        var description = string.Join('\n', attributes.Select(static attribute => $"{attribute.Key}={attribute.Value}"));
        if (_byDescription.TryGetValue(description, out var known))
        {
            return known;
        }

        if (_byId.Count >= most && !Forget())
        {
            Refused++;
            LastRefused = clock.GetUtcNow();
            return null;
        }

        string? Value(string key) => attributes.FirstOrDefault(attribute => attribute.Key == key).Value;
        var entry = new ResourceEntry(++_lastId, Value("service.name") ?? "unknown_service", Value("service.instance.id"), attributes, message.ToArray());
        _byDescription.Add(description, entry);
        _byId = new Dictionary<int, ResourceEntry>(_byId) { [entry.Id] = entry };
        Appeared?.Invoke(entry, at);
        return entry;
    }

    // Makes room: processes of which nothing is kept any longer.
    private bool Forget()
    {
        var oldest = clock.GetUtcNow().AddMinutes(-5);
        var gone = _byId.Values.Where(entry => entry.Kept <= 0 && UnixNanoseconds.ToTime(entry.LastSeen) < oldest).ToHashSet();
        foreach (var (message, entry) in _byMessage)
        {
            if (gone.Contains(entry))
            {
                _byMessage.Remove(message);
            }
        }

        foreach (var (description, entry) in _byDescription)
        {
            if (gone.Contains(entry))
            {
                _byDescription.Remove(description);
            }
        }

        _byId = _byId.Where(pair => !gone.Contains(pair.Value)).ToDictionary();
        return gone.Count > 0;
    }

    private static List<TelemetryAttribute> Read(ReadOnlySpan<byte> message)
    {
        var attributes = new List<TelemetryAttribute>();
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field != 1)
            {
                reader.Skip();
                continue;
            }

            var attribute = reader.Bytes();
            OtlpAttributes.Check(attribute);
            if (attributes.Count == MostAttributes)
            {
                throw new OtlpFormatException($"A resource has more than {MostAttributes} attributes.");
            }

            attributes.Add(OtlpAttributes.Read(attribute));
        }

        attributes.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return attributes;
    }
}
