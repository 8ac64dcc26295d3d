using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Resources;

/// <summary>A process that has sent telemetry, and what is kept of it.</summary>
internal sealed class ResourceEntry(int id, string service, string? instance, IReadOnlyList<TelemetryAttribute> attributes, byte[] message)
{
    private long _firstSeen = long.MaxValue;
    private long _lastSeen = long.MinValue;
    private long _spans;
    private long _logs;
    private long _series;
    private long _errors;

    /// <summary>Its number.</summary>
    public int Id { get; } = id;

    /// <summary>Its service.</summary>
    public string Service { get; } = service;

    /// <summary>Its instance.</summary>
    public string? Instance { get; } = instance;

    /// <summary>The key that queries name it by.</summary>
    public string Key { get; } = instance is null ? service : $"{service}/{instance}";

    /// <summary>Its attributes.</summary>
    public IReadOnlyList<TelemetryAttribute> Attributes { get; } = attributes;

    /// <summary>Its message as it was sent first.</summary>
    public byte[] Message { get; } = message;

    /// <summary>Spans, log records and series that are kept.</summary>
    public long Kept => Interlocked.Read(ref _spans) + Interlocked.Read(ref _logs) + Interlocked.Read(ref _series);

    /// <summary>When something last came, in nanoseconds since 1970.</summary>
    public long LastSeen => Interlocked.Read(ref _lastSeen);

    /// <summary>The value of one of its attributes.</summary>
    /// <param name="key">The attribute's name.</param>
    /// <returns>The value; null where it has none.</returns>
    public string? Attribute(string key)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Key == key)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a query's resource means it.</summary>
    /// <param name="resource">A key or a service's name.</param>
    /// <returns>True when it does.</returns>
    public bool Is(string resource) =>
        string.Equals(resource, Service, StringComparison.OrdinalIgnoreCase) || string.Equals(resource, Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Notes that something came.</summary>
    /// <param name="at">When, in nanoseconds since 1970.</param>
    public void Saw(long at)
    {
        InterlockedMinimum(ref _firstSeen, at);
        InterlockedMinimum(ref _lastSeen, at, maximum: true);
    }

    /// <summary>Counts spans that came (positive) or went.</summary>
    /// <param name="count">How many.</param>
    /// <param name="errors">Whether they failed.</param>
    public void CountSpans(int count, bool errors)
    {
        Interlocked.Add(ref _spans, count);
        CountErrors(count, errors);
    }

    /// <summary>Counts log records that came (positive) or went.</summary>
    /// <param name="count">How many.</param>
    /// <param name="errors">Whether they tell of errors.</param>
    public void CountLogs(int count, bool errors)
    {
        Interlocked.Add(ref _logs, count);
        CountErrors(count, errors);
    }

    /// <summary>Counts series that came (positive) or went.</summary>
    /// <param name="count">How many.</param>
    public void CountSeries(int count) => Interlocked.Add(ref _series, count);

    /// <summary>What pages see.</summary>
    /// <returns>The process as it stands now.</returns>
    public TelemetryResource ToResource() => new(
        Key, Service, Instance, Attributes, UnixNanoseconds.ToTime(Interlocked.Read(ref _firstSeen)), UnixNanoseconds.ToTime(LastSeen),
        Interlocked.Read(ref _spans), Interlocked.Read(ref _logs), Interlocked.Read(ref _series), Interlocked.Read(ref _errors));

    private void CountErrors(int count, bool errors)
    {
        if (errors)
        {
            Interlocked.Add(ref _errors, count);
        }
    }

    private static void InterlockedMinimum(ref long place, long value, bool maximum = false)
    {
        var seen = Interlocked.Read(ref place);
        while (maximum ? value > seen : value < seen)
        {
            var before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
