using System.Security.Cryptography;
using Sophia.Dashboard.Telemetry.Services;
using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Timeline;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>Counts good and bad requests for each objective; definitions, counts and alerts are kept on disk. Singleton.</summary>
public sealed class SloEngine
{
    // Each has 345 KB of counts at 30 days.
    private const int MostObjectives = 50;
    private const long NanosecondsPerMinute = 60_000_000_000;

    private readonly TelemetryStore _store;
    private readonly TelemetryFeed _feed;
    private readonly TimelineLog _timeline;
    private readonly string _path;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SloEntry> _objectives = new(StringComparer.Ordinal);
    private readonly long _counted;
    private long _spansBefore;
    private bool _changed;

    internal SloEngine(TelemetryStore store, TelemetryFeed feed, TimelineLog timeline)
    {
        (_store, _feed, _timeline) = (store, feed, timeline);
        _path = Path.Combine(store.Folder, "slos.json");
        var state = StateFile.Read(_path, StateJson.Default.SloState);
        _counted = _spansBefore = state?.SpansBefore ?? 0;
        foreach (var kept in state?.Objectives ?? [])
        {
            var entry = new SloEntry(kept.Definition, kept.CountedSince);
            for (var i = 0; i < Math.Min(entry.FiringSince.Length, kept.FiringSince.Count); i++)
            {
                entry.FiringSince[i] = kept.FiringSince[i];
            }

            foreach (var row in kept.Minutes)
            {
                entry.Counts.Add((long)row[0], bad: false, row[1] - row[2]);
                entry.Counts.Add((long)row[0], bad: true, row[2]);
            }

            _objectives.Add(kept.Definition.Id, entry);
        }

        store.Spans.Observer += Observe;
    }

    /// <summary>How all objectives stand, by name.</summary>
    /// <returns>At most 50.</returns>
    public IReadOnlyList<SloStatus> Status()
    {
        lock (_gate)
        {
            var now = _store.Clock.GetUtcNow();
            return [.. _objectives.Values.Select(entry => entry.ToStatus(now)).OrderBy(static status => status.Definition.Name, StringComparer.CurrentCulture)];
        }
    }

    /// <summary>Adds an objective, or replaces the one with its id (which starts counting anew when what it counts changed).</summary>
    /// <param name="definition">The objective.</param>
    /// <returns>It, with its id.</returns>
    /// <exception cref="ArgumentException">Something in it is out of range; the message says what.</exception>
    public SloDefinition Save(SloDefinition definition)
    {
        Check(definition);
        lock (_gate)
        {
            if (definition.Id.Length == 0)
            {
                if (_objectives.Count >= MostObjectives)
                {
                    throw new ArgumentException($"There are {MostObjectives} objectives already.", nameof(definition));
                }

                definition = definition with { Id = RandomNumberGenerator.GetHexString(16, lowercase: true) };
            }

            _objectives[definition.Id] = Count(definition);
            _changed = true;
        }

        Save();
        _feed.Publish(TelemetrySignals.Alerts);
        return definition;
    }

    /// <summary>Removes an objective.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        bool removed;
        lock (_gate)
        {
            removed = _objectives.Remove(id);
            _changed |= removed;
        }

        Save();
        _feed.Publish(TelemetrySignals.Alerts);
        return removed;
    }

    /// <summary>Whether all that was kept is counted; before, nothing is written, since what is on disk says what has to be counted again.</summary>
    internal bool IsRestored { get; set; }

    /// <summary>Sees whether alerts begin or cease to fire.</summary>
    internal void Evaluate()
    {
        var now = _store.Clock.GetUtcNow();
        (SloDefinition Definition, BurnRateAlert Alert)[] changed;
        lock (_gate)
        {
            changed = [.. _objectives.Values.SelectMany(entry => entry.Evaluate(now).Select(alert => (entry.Definition, alert)))];
            _changed |= changed.Length > 0;
        }

        foreach (var (definition, alert) in changed)
        {
            var fires = alert.FiringSince is not null;
            _timeline.Record(new TimelineEvent(
                now, fires ? TimelineKind.AlertFired : TimelineKind.AlertResolved,
                $"{definition.Name} {(fires ? "burns its error budget too fast" : "has stopped burning its error budget too fast")} ({alert.Severity})", definition.Service,
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"burn rate {alert.LongBurnRate:0.##} over {alert.LongWindow.TotalHours:0.##} h, {alert.ShortBurnRate:0.##} over {alert.ShortWindow.TotalMinutes:0} min; threshold {alert.Threshold}"),
                Actor: null));
        }

        if (changed.Length > 0)
        {
            _feed.Publish(TelemetrySignals.Alerts);
        }
    }

    /// <summary>Writes objectives and counts to disk where they changed; only once all that was kept is counted.</summary>
    internal void Save()
    {
        lock (_gate)
        {
            if (_changed && IsRestored)
            {
                StateFile.Write(
                    _path,
                    new SloState(
                        _spansBefore,
                        [.. _objectives.Values.Select(static entry => new SloState.Objective(entry.Definition, entry.CountedSince, entry.FiringSince, [.. entry.Counts.ToRows()]))]),
                    StateJson.Default.SloState);
                _changed = false;
            }
        }
    }

    private void Observe(long position, ReadOnlySpan<byte> request, ReadOnlySpan<SpanHeader> headers, bool restored)
    {
        lock (_gate)
        {
            for (var i = 0; i < headers.Length && _objectives.Count > 0; i++)
            {
                ref readonly var header = ref headers[i];
                if (!header.IsRequest || (restored && position + i < _counted))
                {
                    continue;
                }

                var service = _store.Resources.Find(header.Resource)?.Service;
                foreach (var entry in _objectives.Values)
                {
                    if (entry.Definition.Service == service && (entry.Definition.Operation is null || entry.Definition.Operation == _store.Names[header.Name]))
                    {
                        _changed |= entry.Count(header.Start / NanosecondsPerMinute, header.IsError, header.Latency, header.Count);
                    }
                }
            }

            _spansBefore = Math.Max(_spansBefore, position + headers.Length);
        }
    }

    // What is kept counts too; what comes in waits for the lock meanwhile, and is counted after it.
    private SloEntry Count(SloDefinition definition)
    {
        var now = _store.Clock.GetUtcNow();
        var window = new SpanWindow(_store, now.AddDays(-definition.WindowDays), now.AddHours(1));
        var services = new ServiceNames(_store.Resources);
        var earliest = UnixNanoseconds.From(now);
        var counted = new List<(long Minute, bool Failed, long? Latency, float Count)>();
        foreach (var segment in _store.Spans.Segments)
        {
            var records = segment.View.Records;
            for (var i = 0; i < records.Length; i++)
            {
                ref readonly var header = ref records[i];
                if (RecordLog<SpanHeader>.Id(segment.Sequence, i) >= _spansBefore || header.Start < UnixNanoseconds.From(window.From))
                {
                    continue;
                }

                earliest = Math.Min(earliest, header.Start);
                if (header.IsRequest && services[header.Resource] == definition.Service
                    && (definition.Operation is null || definition.Operation == _store.Names[header.Name]))
                {
                    counted.Add((header.Start / NanosecondsPerMinute, header.IsError, header.Latency, header.Count));
                }
            }
        }

        var entry = new SloEntry(definition, UnixNanoseconds.ToTime(earliest));
        foreach (var (minute, failed, latency, count) in counted)
        {
            entry.Count(minute, failed, latency, count);
        }

        return entry;
    }

    private static void Check(SloDefinition definition)
    {
        var problem = string.IsNullOrWhiteSpace(definition.Name) || definition.Name.Length > 200 ? "A name has 1 to 200 characters."
            : string.IsNullOrWhiteSpace(definition.Service) ? "An objective names a service."
            : definition.Objective is not (> 0 and < 1) ? "The promised share lies between 0 and 1, such as 0.999."
            : definition.WindowDays is < 1 or > 30 ? "The window has 1 to 30 days."
            : definition.Kind == SloKind.Latency && !(definition.Threshold > TimeSpan.Zero) ? "A latency objective has a threshold above 0."
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(definition));
        }
    }
}
