using System.Globalization;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Answers what pages and HTTP API ask about traces. Singleton; does not block the caller's thread.</summary>
public sealed class TraceQueries
{
    private const int MostSpans = 10_000;
    private const int MostTraces = 1_000;
    private const int AttributeField = 9;

    // Records go out of a segment one after the other, so much of the file is read at once.
    private const int Window = 1 << 18;

    private readonly TelemetryStore _store;

    internal TraceQueries(TelemetryStore store) => _store = store;

    /// <summary>Finds traces, the latest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page of them.</returns>
    public Task<TelemetryPage<TraceSummary>> FindAsync(TraceQuery query, CancellationToken cancellationToken) =>
        Task.Run(() => Find(query, cancellationToken), cancellationToken);

    /// <summary>Finds single spans, the latest arrived first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page of them.</returns>
    public Task<TelemetryPage<SpanEntry>> FindSpansAsync(TraceQuery query, CancellationToken cancellationToken) =>
        Task.Run(() => FindSpans(query, after: 0, _store.SearchTime, cancellationToken), cancellationToken);

    /// <summary>Reads a whole trace for the waterfall.</summary>
    /// <param name="traceId">32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The trace; null when nothing of it is kept.</returns>
    public Task<TraceDetail?> FindAsync(string traceId, CancellationToken cancellationToken) =>
        Task.Run(() => new TraceAssembly(_store, TraceIds.Trace(traceId), cancellationToken).Read(), cancellationToken);

    /// <summary>The attribute names that recent spans carry, for the filter's suggestions.</summary>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>At most 500 names, in ordinal order.</returns>
    public Task<IReadOnlyList<string>> AttributeNamesAsync(string? resource, CancellationToken cancellationToken) => Task.Run(
        () => RecentAttributeNames.Find(_store.Spans, _store.Resources.Select(resource), AttributeField, Clock(_store.SearchTime, cancellationToken)),
        cancellationToken);

    /// <summary>Finds spans that arrived after one, the latest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">The id that they arrived after.</param>
    /// <param name="time">How long the search may take.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page of them.</returns>
    internal TelemetryPage<SpanEntry> FindSpans(TraceQuery query, long after, TimeSpan time, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, MostSpans);
        var matcher = new SpanMatcher(_store, query, ofTrace: false);
        var reader = new RecordReader<SpanHeader>(Window);
        var found = new List<SpanEntry>();
        var scan = Scan(query, Clock(time, cancellationToken));
        while (found.Count < limit && scan.Next() && scan.Before > after)
        {
            ref readonly var header = ref scan.Current;
            if (matcher.Matches(scan.Segment, header, reader))
            {
                found.Add(SpanReader.Read(_store, scan.Before, header, reader.Read(scan.Segment, header)));
            }
        }

        return Page(found, scan, more: found.Count == limit);
    }

    private TelemetryPage<TraceSummary> Find(TraceQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, MostTraces);
        var matcher = new SpanMatcher(_store, query, ofTrace: true);
        var reader = new RecordReader<SpanHeader>(Window);
        var begin = RecordScan<SpanHeader>.Cursor(query.Cursor);
        var scan = Scan(query, Clock(_store.SearchTime, cancellationToken));
        var seen = new HashSet<UInt128>();
        var found = new List<TraceSummary>();
        var ended = false;
        while (!ended && found.Count < limit)
        {
            // As many as are missing; some of them fall out again when whole traces are looked at.
            var candidates = new Dictionary<UInt128, long>();
            while (found.Count + candidates.Count < limit)
            {
                if (!scan.Next())
                {
                    ended = true;
                    break;
                }

                ref readonly var header = ref scan.Current;
                if (!seen.Contains(header.Trace) && matcher.Matches(scan.Segment, header, reader))
                {
                    seen.Add(header.Trace);
                    candidates.Add(header.Trace, header.Start);
                }
            }

            var earlier = begin == long.MaxValue ? null : new HashSet<UInt128>();
            var summaries = TraceSummaries.Read(_store, candidates, earlier is null ? null : (segment, index) =>
            {
                // A trace stands on the page of its latest matching span.
                ref readonly var header = ref segment.View.Headers[index];
                if (RecordLog<SpanHeader>.Id(segment.Sequence, index) >= begin && matcher.Matches(segment, header, reader))
                {
                    earlier.Add(header.Trace);
                }
            });
            found.AddRange(candidates.Keys
                .Where(trace => summaries.ContainsKey(trace) && earlier?.Contains(trace) != true && IsWanted(summaries[trace], query))
                .Select(trace => summaries[trace]));
        }

        return Page([.. found.OrderByDescending(static trace => trace.Start)], scan, more: !ended);
    }

    private static bool IsWanted(TraceSummary trace, TraceQuery query) =>
        (query.MinimumDuration is not { } minimum || trace.Duration >= minimum)
        && (query.MaximumDuration is not { } maximum || trace.Duration <= maximum)
        && (query.HasError != false || trace.Errors == 0);

    private RecordScan<SpanHeader> Scan(TraceQuery query, SearchClock clock) => new(
        _store.Spans, RecordScan<SpanHeader>.Cursor(query.Cursor), UnixNanoseconds.From(query.From ?? DateTimeOffset.MinValue),
        UnixNanoseconds.From(query.To ?? DateTimeOffset.MaxValue), clock);

    private SearchClock Clock(TimeSpan time, CancellationToken cancellationToken) => new(_store.Clock, time, cancellationToken);

    private static TelemetryPage<T> Page<T>(IReadOnlyList<T> found, RecordScan<SpanHeader> scan, bool more) => new(
        found, more || scan.RanOutOfTime ? scan.Before.ToString(CultureInfo.InvariantCulture) : null, !scan.RanOutOfTime,
        scan.SearchedBackTo is { } back ? UnixNanoseconds.ToTime(back) : null);
}
