using System.Globalization;
using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Logs;

/// <summary>Answers what pages and HTTP API ask about structured logs. Singleton; does not block the caller's thread.</summary>
public sealed class LogQueries
{
    private const int MostRecords = 10_000;
    private const int AttributeField = 6;

    // Records go out of a segment one after the other, so much of the file is read at once.
    private const int Window = 1 << 18;

    private readonly TelemetryStore _store;

    internal LogQueries(TelemetryStore store) => _store = store;

    /// <summary>Finds log records, the latest arrived first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page of them.</returns>
    public Task<TelemetryPage<LogEntry>> FindAsync(LogQuery query, CancellationToken cancellationToken) =>
        Task.Run(() => Find(query, after: 0, _store.SearchTime, cancellationToken), cancellationToken);

    /// <summary>Finds one log record.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The record; null when it is no longer kept.</returns>
    public Task<LogEntry?> FindAsync(long id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (sequence, index) = RecordLog<LogHeader>.Place(id);
        if (_store.Logs.Find(sequence) is not { } segment || segment.View is not { } view || index >= view.Count)
        {
            return Task.FromResult<LogEntry?>(null);
        }

        ref readonly var header = ref view.Headers[index];
        return Task.FromResult<LogEntry?>(
            LogReader.Read(_store, id, header, new RecordReader<LogHeader>(header.Length).Read(segment, header)));
    }

    /// <summary>The attribute names that recent log records carry, for the filter's suggestions.</summary>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>At most 500 names, in ordinal order.</returns>
    public Task<IReadOnlyList<string>> AttributeNamesAsync(string? resource, CancellationToken cancellationToken) => Task.Run(
        () => RecentAttributeNames.Find(_store.Logs, _store.Resources.Select(resource), AttributeField, Clock(_store.SearchTime, cancellationToken)),
        cancellationToken);

    /// <summary>Finds log records that arrived after one, the latest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">The id that they arrived after.</param>
    /// <param name="time">How long the search may take.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page of them.</returns>
    internal TelemetryPage<LogEntry> Find(LogQuery query, long after, TimeSpan time, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, MostRecords);
        var resources = _store.Resources.Select(query.Resource);
        var trace = query.TraceId is null ? (UInt128?)null : TraceIds.Trace(query.TraceId);
        var span = query.SpanId is null ? (ulong?)null : TraceIds.Span(query.SpanId);
        var text = string.IsNullOrEmpty(query.Text) ? null : new TextMatcher(query.Text);
        var filters = new AttributeMatcher(query.Filters, AttributeField);
        var reader = new RecordReader<LogHeader>(Window);
        var found = new List<LogEntry>();
        var scan = new RecordScan<LogHeader>(
            _store.Logs, RecordScan<LogHeader>.Cursor(query.Cursor), UnixNanoseconds.From(query.From ?? DateTimeOffset.MinValue),
            UnixNanoseconds.From(query.To ?? DateTimeOffset.MaxValue), Clock(time, cancellationToken));
        while (found.Count < limit && scan.Next())
        {
            if (scan.Before <= after)
            {
                break;
            }

            ref readonly var header = ref scan.Current;
            if ((resources?.Contains(header.Resource) ?? true) && header.Severity >= (int)query.MinimumSeverity
                && (trace is null || header.Trace == trace) && (span is null || header.Span == span)
                && Matching(scan, reader, filters, text) is { } entry)
            {
                found.Add(entry);
            }
        }

        var more = scan.RanOutOfTime || found.Count == limit;
        return new TelemetryPage<LogEntry>(
            found, more ? scan.Before.ToString(CultureInfo.InvariantCulture) : null, !scan.RanOutOfTime,
            scan.SearchedBackTo is { } back ? UnixNanoseconds.ToTime(back) : null);
    }

    private LogEntry? Matching(RecordScan<LogHeader> scan, RecordReader<LogHeader> reader, AttributeMatcher filters, TextMatcher? text)
    {
        ref readonly var header = ref scan.Current;
        var record = reader.Read(scan.Segment, header);
        var category = _store.Names[header.Scope];
        if (text is not null && !text.MayBeIn(record) && !text.IsIn(category))
        {
            return null;
        }

        if (!filters.IsEmpty)
        {
            var severity = LogReader.Severity(header.Severity);
            var message = LogReader.Message(record);
            if (!filters.Matches(record, _store.Resources.Find(header.Resource), key => key switch
                {
                    "message" => message,
                    "category" => category,
                    "severity" => severity.ToString(),
                    _ => null,
                }))
            {
                return null;
            }
        }

        var entry = LogReader.Read(_store, scan.Before, header, record);
        return text is null || text.IsIn(entry.Message) || text.IsIn(category) || text.IsIn(entry.Attributes) ? entry : null;
    }

    private SearchClock Clock(TimeSpan time, CancellationToken cancellationToken) => new(_store.Clock, time, cancellationToken);
}
