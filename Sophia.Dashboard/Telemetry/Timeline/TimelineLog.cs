using System.Text.Json;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Timeline;

/// <summary>Restarts, deployments, alerts and commands; kept on disk, the latest 10,000. Singleton.</summary>
public sealed class TimelineLog
{
    private const int MostEvents = 10_000;
    private const int MostAnswered = 1_000;

    // A process that was heard of this lately still runs, so another one of its service is one more, not a restart.
    private static readonly TimeSpan s_alive = TimeSpan.FromSeconds(15);

    private readonly TelemetryFeed _feed;
    private readonly ResourceTable _resources;
    private readonly string _path;
    private readonly DateTimeOffset _begun;
    private readonly Lock _gate = new();
    private readonly LinkedList<TimelineEvent> _events = [];
    private readonly HashSet<string> _processes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _versions = new(StringComparer.Ordinal);
    private int _lines;

    internal TimelineLog(TelemetryStore store, TelemetryFeed feed)
    {
        (_feed, _resources, _begun) = (feed, store.Resources, store.Clock.GetUtcNow());
        _path = Path.Combine(store.Folder, "timeline.jsonl");
        if (File.Exists(_path))
        {
            foreach (var line in File.ReadLines(_path))
            {
                Restore(line);
            }
        }

        store.Resources.Appeared = OnAppeared;
    }

    /// <summary>Events of a window, the latest first.</summary>
    /// <param name="from">Not before.</param>
    /// <param name="to">Before.</param>
    /// <param name="resource">Of this service or process; null for all.</param>
    /// <returns>The events; at most 1,000.</returns>
    public IReadOnlyList<TimelineEvent> Find(DateTimeOffset from, DateTimeOffset to, string? resource = null)
    {
        lock (_gate)
        {
            return
            [
                .. _events.Where(entry => entry.Time >= from && entry.Time < to && (resource is null || Concerns(entry, resource)))
                    .OrderByDescending(static entry => entry.Time).Take(MostAnswered),
            ];
        }
    }

    /// <summary>Records an event, such as a command that a person gave.</summary>
    /// <param name="entry">The event.</param>
    public void Record(TimelineEvent entry)
    {
        lock (_gate)
        {
            Keep(entry);
            if (++_lines > 2 * MostEvents)
            {
                File.WriteAllLines(_path, _events.Select(static kept => JsonSerializer.Serialize(kept, StateJson.Default.TimelineEvent)));
                _lines = _events.Count;
            }
            else
            {
                File.AppendAllText(_path, JsonSerializer.Serialize(entry, StateJson.Default.TimelineEvent) + "\n");
            }
        }

        _feed.Publish(TelemetrySignals.Timeline);
    }

    private void OnAppeared(ResourceEntry entry, long at)
    {
        _feed.Publish(TelemetrySignals.Resources);
        var time = UnixNanoseconds.ToTime(at);
        if (time < _begun)
        {
            // From the disk: it was recorded when it came.
            return;
        }

        lock (_gate)
        {
            if (_processes.Contains(entry.Key))
            {
                return;
            }
        }

        var version = entry.Attribute("service.version");
        var known = _versions.TryGetValue(entry.Service, out var before);
        var others = _resources.All.Any(
            other => other != entry && other.Service == entry.Service && other.Key != entry.Key && time - UnixNanoseconds.ToTime(other.LastSeen) < s_alive);
        var (kind, title) = known && version is not null && before != version ? (TimelineKind.Deployed, $"{entry.Service} {version} deployed")
            : known && !others ? (TimelineKind.Restarted, $"{entry.Service} restarted")
            : (TimelineKind.Started, $"{entry.Service} started");
        Record(new TimelineEvent(time, kind, title, entry.Key, version, Actor: null));
    }

    private void Restore(string line)
    {
        _lines++;
        try
        {
            if (JsonSerializer.Deserialize(line, StateJson.Default.TimelineEvent) is { } entry)
            {
                Keep(entry);
            }
        }
        catch (JsonException)
        {
            // Cut by a crash.
        }
    }

    private void Keep(TimelineEvent entry)
    {
        _events.AddLast(entry);
        if (_events.Count > MostEvents)
        {
            _events.RemoveFirst();
        }

        if (entry.Kind is TimelineKind.Started or TimelineKind.Restarted or TimelineKind.Deployed && entry.Resource is { } key)
        {
            if (_processes.Count >= MostEvents)
            {
                _processes.Clear();
            }

            _processes.Add(key);
            _versions[key.Split('/')[0]] = entry.Detail ?? "";
        }
    }

    private static bool Concerns(TimelineEvent entry, string resource) =>
        entry.Resource is { } key && (key == resource || key.StartsWith(resource + "/", StringComparison.Ordinal) || resource.StartsWith(key + "/", StringComparison.Ordinal));
}
