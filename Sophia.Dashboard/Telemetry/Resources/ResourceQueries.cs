using Sophia.Dashboard.Telemetry.Ingest;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Resources;

/// <summary>Who has sent telemetry, and what is kept. Singleton.</summary>
public sealed class ResourceQueries
{
    private readonly TelemetryStore _store;
    private readonly IngestGate _gate;
    private readonly TelemetryOptions _options;

    internal ResourceQueries(TelemetryStore store, IngestGate gate, TelemetryOptions options) => (_store, _gate, _options) = (store, gate, options);

    /// <summary>All processes that have sent telemetry, by key.</summary>
    /// <returns>At most 1,000 unless configured otherwise.</returns>
    public IReadOnlyList<TelemetryResource> All() =>
        [.. _store.Resources.All.Select(static entry => entry.ToResource()).OrderBy(static resource => resource.Key, StringComparer.Ordinal)];

    /// <summary>Every bound, and how near it is.</summary>
    /// <returns>The bounds.</returns>
    public IReadOnlyList<TelemetryLimit> Limits()
    {
        var (spans, logs, metrics, resources, names) = (_store.Spans, _store.Logs, _store.Metrics, _store.Resources, _store.Names);
        return
        [
            new("spans", "records", spans.Records, _options.MaximumSpans, spans.Dropped, spans.LastDropped, "The oldest spans are dropped.", Key(nameof(TelemetryOptions.MaximumSpans))),
            new("spans on disk", "bytes", spans.Bytes, _options.MaximumSpanBytes, spans.Dropped, spans.LastDropped, "The oldest spans are dropped.", Key(nameof(TelemetryOptions.MaximumSpanBytes))),
            new("log records", "records", logs.Records, _options.MaximumLogs, logs.Dropped, logs.LastDropped, "The oldest log records are dropped.", Key(nameof(TelemetryOptions.MaximumLogs))),
            new("log records on disk", "bytes", logs.Bytes, _options.MaximumLogBytes, logs.Dropped, logs.LastDropped, "The oldest log records are dropped.", Key(nameof(TelemetryOptions.MaximumLogBytes))),
            new("metric points on disk", "bytes", metrics.Bytes, _options.MaximumMetricBytes, metrics.DroppedBlocks, metrics.LastDropped, "The oldest single points are dropped, later their minute rollups.", Key(nameof(TelemetryOptions.MaximumMetricBytes))),
            new("metric series", "series", metrics.Series, _options.MaximumSeries, metrics.Refused, metrics.LastRefused, "Points of further series are refused; the sender is told.", Key(nameof(TelemetryOptions.MaximumSeries))),
            new("processes", "processes", resources.Count, _options.MaximumResources, resources.Refused, resources.LastRefused, "Telemetry of further processes is refused; the sender is told.", Key(nameof(TelemetryOptions.MaximumResources))),
            new("names of spans, scopes and peers", "names", names.Count, NameTable.Most, names.Refused, null, "Further names are counted together as (other).", "fixed"),
            new("requests being received", "bytes", _gate.Bytes, _gate.Bound, _gate.Refused, _gate.LastRefused, "Senders are told to send again in a second (429).", Key(nameof(TelemetryOptions.MaximumBytesInFlight))),
        ];
    }

    private static string Key(string name) => $"{TelemetryOptions.Section}:{name}";
}
