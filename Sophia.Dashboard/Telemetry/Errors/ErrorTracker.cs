using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Errors;

/// <summary>Groups failures as they come; each span and log record counts once, also after a crash.</summary>
internal sealed class ErrorTracker
{
    // Protects memory: 2,000 groups with a stack trace each.
    private const int MostGroups = 2_000;
    private const int LongestText = 8_192;

    private readonly TelemetryStore _store;
    private readonly TelemetryFeed _feed;
    private readonly string _path;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ErrorGroupState> _groups;
    private readonly long _countedSpans;
    private readonly long _countedLogs;
    private long _spansBefore;
    private long _logsBefore;
    private bool _changed;

    public ErrorTracker(TelemetryStore store, TelemetryFeed feed)
    {
        (_store, _feed) = (store, feed);
        _path = Path.Combine(store.Folder, "errors.json");
        var state = StateFile.Read(_path, StateJson.Default.ErrorTrackerState);
        _groups = (state?.Groups ?? []).ToDictionary(static group => group.Fingerprint, StringComparer.Ordinal);
        (_countedSpans, _countedLogs) = (_spansBefore, _logsBefore) = (state?.SpansBefore ?? 0, state?.LogsBefore ?? 0);
        store.Spans.Observer += ObserveSpans;
        store.Logs.Observer += ObserveLogs;
    }

    /// <summary>The groups, the latest seen first.</summary>
    /// <returns>The groups.</returns>
    public IReadOnlyList<ErrorGroup> Groups()
    {
        var now = _store.Clock.GetUtcNow();
        lock (_gate)
        {
            return [.. _groups.Values.OrderByDescending(static group => group.LastSeen).Select(group => group.ToGroup(now))];
        }
    }

    /// <summary>Finds a group.</summary>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <returns>The group; null where it is not known.</returns>
    public ErrorGroup? Find(string fingerprint)
    {
        lock (_gate)
        {
            return _groups.GetValueOrDefault(fingerprint)?.ToGroup(_store.Clock.GetUtcNow());
        }
    }

    /// <summary>Writes the groups to disk where they changed; only once all that was kept is counted.</summary>
    public void Save()
    {
        lock (_gate)
        {
            if (_changed)
            {
                StateFile.Write(_path, new ErrorTrackerState(_spansBefore, _logsBefore, [.. _groups.Values]), StateJson.Default.ErrorTrackerState);
                _changed = false;
            }
        }
    }

    private void ObserveSpans(long position, ReadOnlySpan<byte> request, ReadOnlySpan<SpanHeader> headers, bool restored)
    {
        for (var i = 0; i < headers.Length; i++)
        {
            ref readonly var header = ref headers[i];
            if ((header.IsError || (header.Flags & SpanFlags.Exception) != SpanFlags.None) && (!restored || position + i >= _countedSpans))
            {
                var span = SpanReader.Read(_store, position + i, header, request.Slice(header.Offset, header.Length));
                Add(Occurrence(span), restored);
            }
        }

        lock (_gate)
        {
            _spansBefore = Math.Max(_spansBefore, position + headers.Length);
        }
    }

    private void ObserveLogs(long position, ReadOnlySpan<byte> request, ReadOnlySpan<LogHeader> headers, bool restored)
    {
        for (var i = 0; i < headers.Length; i++)
        {
            ref readonly var header = ref headers[i];
            if (header.HasException && (!restored || position + i >= _countedLogs))
            {
                var log = LogReader.Read(_store, position + i, header, request.Slice(header.Offset, header.Length));
                Add(
                    new ErrorOccurrence(
                        log.Time, log.Service, Value(log.Attributes, "exception.type"), Value(log.Attributes, "exception.message"),
                        Value(log.Attributes, "exception.stacktrace"), log.Category, log.TraceId, log.SpanId, Count: 1),
                    restored);
            }
        }

        lock (_gate)
        {
            _logsBefore = Math.Max(_logsBefore, position + headers.Length);
        }
    }

    private static ErrorOccurrence Occurrence(SpanEntry span)
    {
        var exception = span.Events.LastOrDefault(static entry => entry.Name == "exception");
        if (exception is not null)
        {
            return new ErrorOccurrence(
                exception.Time, span.Service, Value(exception.Attributes, "exception.type"), Value(exception.Attributes, "exception.message"),
                Value(exception.Attributes, "exception.stacktrace"), span.Name, span.TraceId, span.SpanId, span.Count);
        }

        var type = Value(span.Attributes, "error.type");
        return new ErrorOccurrence(
            span.Start + span.Duration, span.Service, type.Length > 0 ? type : "error", span.StatusMessage ?? "", "", span.Name, span.TraceId, span.SpanId, span.Count);
    }

    private void Add(ErrorOccurrence occurrence, bool restored)
    {
        var fingerprint = ErrorFingerprint.Compute(occurrence.Service, occurrence.Type, occurrence.StackTrace, occurrence.Operation);
        lock (_gate)
        {
            if (!_groups.TryGetValue(fingerprint, out var group))
            {
                if (_groups.Count >= MostGroups)
                {
                    _groups.Remove(_groups.Values.MinBy(static other => other.LastSeen)!.Fingerprint);
                }

                group = new ErrorGroupState { Fingerprint = fingerprint, Service = occurrence.Service, Type = occurrence.Type };
                _groups.Add(fingerprint, group);
            }

            group.Add(occurrence with { Message = Cut(occurrence.Message), StackTrace = Cut(occurrence.StackTrace) });
            _changed = true;
        }

        if (!restored)
        {
            _feed.Publish(TelemetrySignals.Errors);
        }
    }

    private static string Value(IReadOnlyList<TelemetryAttribute> attributes, string key) =>
        attributes.FirstOrDefault(attribute => attribute.Key == key).Value ?? "";

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
