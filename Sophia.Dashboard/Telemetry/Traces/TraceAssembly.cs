using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Puts a trace together: its spans in the order of a waterfall, their log records, and what links to them.</summary>
internal sealed class TraceAssembly(TelemetryStore store, UInt128 trace, CancellationToken cancellationToken)
{
    // A page draws no more rows than this.
    private const int MostSpans = 10_000;
    private const int MostLogs = 10_000;
    private const int MostBacklinks = 1_000;

    /// <summary>Puts it together.</summary>
    /// <returns>The trace; null when nothing of it is kept.</returns>
    public TraceDetail? Read()
    {
        var spans = Spans(out var summary, out var truncated);
        if (trace == 0 || spans.Count == 0)
        {
            return null;
        }

        var byId = new Dictionary<string, SpanEntry>(StringComparer.Ordinal);
        foreach (var span in spans)
        {
            byId.TryAdd(span.SpanId, span);
        }

        var logs = Logs();
        var logsOf = logs.Where(log => log.SpanId is not null && byId.ContainsKey(log.SpanId)).ToLookup(static log => log.SpanId!, StringComparer.Ordinal);
        var backlinks = Backlinks();
        var children = spans.Where(span => Parent(span, byId) is not null).ToLookup(static span => span.ParentSpanId!, StringComparer.Ordinal);
        var nodes = new List<TraceNode>(spans.Count);
        // Depth first without recursion: a trace may be as deep as it has spans.
        var open = new Stack<(SpanEntry Span, int Depth)>(spans.Where(span => Parent(span, byId) is null).Reverse().Select(static span => (span, 0)));
        var placed = new HashSet<long>();
        var rest = new Queue<SpanEntry>(spans);
        while (open.TryPop(out var next) || TryTakeRest(rest, placed, out next))
        {
            var (span, depth) = next;
            if (!placed.Add(span.Id))
            {
                continue;
            }

            var below = children[span.SpanId].ToArray();
            nodes.Add(new TraceNode(
                span, depth, Later(span.Start - summary.Start), span.ParentSpanId is not null && depth == 0, below.Length > 0,
                Uninstrumented(span, below), [.. logsOf[span.SpanId]], [.. backlinks[span.SpanId]]));
            foreach (var child in below.Reverse())
            {
                open.Push((child, depth + 1));
            }
        }

        return new TraceDetail(
            summary, nodes, [.. logs.Where(log => log.SpanId is null || !byId.ContainsKey(log.SpanId))], truncated);
    }

    // Spans that name each other as parents hang below no root; they are shown all the same.
    private static bool TryTakeRest(Queue<SpanEntry> rest, HashSet<long> placed, out (SpanEntry Span, int Depth) next)
    {
        while (rest.TryDequeue(out var span))
        {
            if (!placed.Contains(span.Id))
            {
                next = (span, 0);
                return true;
            }
        }

        next = default;
        return false;
    }

    private List<SpanEntry> Spans(out TraceSummary summary, out bool truncated)
    {
        var reader = new RecordReader<SpanHeader>(4096);
        var spans = new List<SpanEntry>();
        var (cut, start) = (false, 0L);
        foreach (var segment in store.Spans.Segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var records = segment.View.Records;
            for (var i = 0; i < records.Length; i++)
            {
                ref readonly var header = ref records[i];
                if (header.Trace != trace)
                {
                    continue;
                }

                start = header.Start;
                if (spans.Count == MostSpans)
                {
                    cut = true;
                    continue;
                }

                spans.Add(SpanReader.Read(store, RecordLog<SpanHeader>.Id(segment.Sequence, i), header, reader.Read(segment, header)));
            }
        }

        truncated = cut;
        summary = spans.Count == 0 ? null! : TraceSummaries.Read(store, new Dictionary<UInt128, long> { [trace] = start }).GetValueOrDefault(trace)!;
        spans.Sort(static (left, right) => (left.Start, left.Id).CompareTo((right.Start, right.Id)));
        return spans;
    }

    private List<LogEntry> Logs()
    {
        var reader = new RecordReader<LogHeader>(4096);
        var logs = new List<LogEntry>();
        foreach (var segment in store.Logs.Segments)
        {
            var records = segment.View.Records;
            for (var i = 0; i < records.Length && logs.Count < MostLogs; i++)
            {
                if (records[i].Trace == trace)
                {
                    logs.Add(LogReader.Read(store, RecordLog<LogHeader>.Id(segment.Sequence, i), records[i], reader.Read(segment, records[i])));
                }
            }
        }

        logs.Sort(static (left, right) => (left.Time, left.Id).CompareTo((right.Time, right.Id)));
        return logs;
    }

    private ILookup<string, SpanLink> Backlinks()
    {
        var id = TraceIds.Text(trace);
        var reader = new RecordReader<SpanHeader>(1 << 16);
        var found = new List<(string To, SpanLink Link)>();
        var scan = new RecordScan<SpanHeader>(
            store.Spans, long.MaxValue, long.MinValue, long.MaxValue, new SearchClock(store.Clock, store.SearchTime, cancellationToken));
        while (found.Count < MostBacklinks && scan.Next())
        {
            ref readonly var header = ref scan.Current;
            if ((header.Flags & SpanFlags.Links) == SpanFlags.None)
            {
                continue;
            }

            foreach (var link in SpanReader.Read(store, scan.Before, header, reader.Read(scan.Segment, header)).Links)
            {
                if (link.TraceId == id)
                {
                    found.Add((link.SpanId, new SpanLink(TraceIds.Text(header.Trace), TraceIds.Text(header.Span), link.Attributes)));
                }
            }
        }

        return found.ToLookup(static entry => entry.To, static entry => entry.Link, StringComparer.Ordinal);
    }

    private static SpanEntry? Parent(SpanEntry span, Dictionary<string, SpanEntry> byId) =>
        span.ParentSpanId is not null && byId.TryGetValue(span.ParentSpanId, out var parent) && parent != span ? parent : null;

    private static TimeSpan Later(TimeSpan offset) => offset < TimeSpan.Zero ? TimeSpan.Zero : offset;

    private static string? Uninstrumented(SpanEntry span, SpanEntry[] children) =>
        span.Kind is SpanKind.Client or SpanKind.Producer && !Array.Exists(children, child => child.Kind is SpanKind.Server or SpanKind.Consumer)
            ? span.Peer
            : null;
}
