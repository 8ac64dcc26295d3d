using System.Globalization;
using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Errors;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Slos;
using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Timeline;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Search;

/// <summary>Searches everything from one box. Singleton; does not block the caller's thread.</summary>
public sealed class TelemetrySearch
{
    private const int MostPerKind = 100;

    private readonly TelemetryStore _store;
    private readonly ResourceQueries _resources;
    private readonly ErrorQueries _errors;
    private readonly MetricQueries _metrics;
    private readonly SloEngine _slos;
    private readonly AlertEngine _alerts;
    private readonly TimelineLog _timeline;
    private readonly LogQueries _logs;

    internal TelemetrySearch(
        TelemetryStore store, ResourceQueries resources, ErrorQueries errors, MetricQueries metrics, SloEngine slos, AlertEngine alerts, TimelineLog timeline,
        LogQueries logs)
    {
        (_store, _resources, _errors, _metrics, _slos, _alerts, _timeline, _logs) = (store, resources, errors, metrics, slos, alerts, timeline, logs);
    }

    /// <summary>
    /// Finds what contains a text (ignoring case), or has it as trace or span id: resources, error groups, instruments, rules and
    /// objectives, timeline events, spans by name or attribute, log records; the latest of each kind first.
    /// </summary>
    /// <param name="text">At least two characters.</param>
    /// <param name="limitPerKind">At most this many of each kind; 1 to 100.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The hits by kind. Not complete when time ran out before all kept spans and log records were looked at.</returns>
    public async Task<TelemetryPage<SearchHit>> FindAsync(string text, int limitPerKind, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.Length < 2)
        {
            return new TelemetryPage<SearchHit>([], Next: null, Complete: true, SearchedBackTo: null);
        }

        var limit = Math.Clamp(limitPerKind, 1, MostPerKind);
        var hits = new List<SearchHit>();
        hits.AddRange(_resources.All()
            .Where(resource => Has(resource.Key, text) || resource.Attributes.Any(attribute => Has(attribute.Value, text)))
            .OrderByDescending(static resource => resource.LastSeen).Take(limit)
            .Select(static resource => new SearchHit(SearchHitKind.Resource, resource.Key, resource.Key, null, resource.LastSeen)));
        hits.AddRange(_errors.Find(text: text).Take(limit)
            .Select(static group => new SearchHit(SearchHitKind.Error, group.Fingerprint, group.Type, group.Message, group.LastSeen)));
        hits.AddRange((await _metrics.InstrumentsAsync(resource: null, cancellationToken))
            .Where(instrument => Has(instrument.Name, text) || Has(instrument.Meter, text) || Has(instrument.Description, text)).Take(limit)
            .Select(static instrument => new SearchHit(
                SearchHitKind.Metric, $"{instrument.Service}|{instrument.Meter}|{instrument.Name}", instrument.Name, $"{instrument.Service} · {instrument.Meter}", null)));
        hits.AddRange(_slos.Status().Where(slo => Has(slo.Definition.Name, text)).Take(limit)
            .Select(static slo => new SearchHit(SearchHitKind.Slo, slo.Definition.Id, slo.Definition.Name, slo.Definition.Service, null)));
        hits.AddRange(_alerts.Status().Where(alert => Has(alert.Rule.Name, text) || Has(alert.Rule.Instrument, text)).Take(limit)
            .Select(static alert => new SearchHit(SearchHitKind.Alert, alert.Rule.Id, alert.Rule.Name, alert.Rule.Instrument, null)));
        hits.AddRange(_timeline.Find(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
            .Where(entry => Has(entry.Title, text) || Has(entry.Detail, text)).Take(limit)
            .Select(static entry => new SearchHit(SearchHitKind.Timeline, entry.Time.ToString("O", CultureInfo.InvariantCulture), entry.Title, entry.Detail, entry.Time)));
        var complete = await Task.Run(() => FindRecords(text, limit, hits, cancellationToken), cancellationToken);
        return new TelemetryPage<SearchHit>(hits, Next: null, complete, SearchedBackTo: null);
    }

    private bool FindRecords(string text, int limit, List<SearchHit> hits, CancellationToken cancellationToken)
    {
        var store = _store;
        var (trace, span) = (TraceIds.Trace(text), TraceIds.Span(text));
        var matcher = new TextMatcher(text);
        var reader = new RecordReader<SpanHeader>(1 << 18);
        var half = store.SearchTime / 2;
        var scan = new RecordScan<SpanHeader>(
            store.Spans, long.MaxValue, long.MinValue, long.MaxValue, new SearchClock(store.Clock, half, cancellationToken));
        var (found, traceFound) = (0, false);
        while (found < limit && scan.Next())
        {
            ref readonly var header = ref scan.Current;
            if (trace != 0)
            {
                traceFound |= header.Trace == trace;
                if (traceFound)
                {
                    break;
                }
            }
            else if (span != 0 ? header.Span == span : InSpan(store, matcher, scan, reader))
            {
                found++;
                hits.Add(new SearchHit(
                    SearchHitKind.Span, $"{TraceIds.Text(header.Trace)}/{TraceIds.Text(header.Span)}", store.Names[header.Name],
                    store.Resources.Find(header.Resource)?.Service, UnixNanoseconds.ToTime(header.Start)));
            }
        }

        if (traceFound)
        {
            hits.Add(new SearchHit(SearchHitKind.Trace, TraceIds.Text(trace), "Trace " + TraceIds.Text(trace), null, null));
        }

        var records = _logs.Find(
            trace != 0 ? new LogQuery { TraceId = text, Limit = limit } : span != 0 ? new LogQuery { SpanId = text, Limit = limit } : new LogQuery { Text = text, Limit = limit },
            after: 0, half, cancellationToken);
        hits.AddRange(records.Items.Select(static log => new SearchHit(
            SearchHitKind.Log, log.Id.ToString(CultureInfo.InvariantCulture), log.Message, $"{log.Service} · {log.Category}", log.Time)));
        return !scan.RanOutOfTime && records.Complete;
    }

    private static bool InSpan(TelemetryStore store, TextMatcher matcher, RecordScan<SpanHeader> scan, RecordReader<SpanHeader> reader)
    {
        ref readonly var header = ref scan.Current;
        if (matcher.IsIn(store.Names[header.Name]))
        {
            return true;
        }

        var bytes = reader.Read(scan.Segment, header);
        return matcher.MayBeIn(bytes) && SpanReader.Read(store, scan.Before, header, bytes) is var entry
            && (matcher.IsIn(entry.Attributes) || matcher.IsIn(entry.StatusMessage) || entry.Events.Any(item => matcher.IsIn(item.Name) || matcher.IsIn(item.Attributes)));
    }

    private static bool Has(string? value, string text) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
