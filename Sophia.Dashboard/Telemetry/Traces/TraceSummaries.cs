using System.Runtime.InteropServices;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Adds traces up from the headers of all their spans.</summary>
internal static class TraceSummaries
{
    // Spans of one trace come within this time of each other, or the trace is shown without them in the list.
    private const long Margin = 3_600_000_000_000;

    /// <summary>Adds traces up.</summary>
    /// <param name="store">What is kept.</param>
    /// <param name="traces">A span's begin of each trace.</param>
    /// <param name="visit">Is shown each span of them, with its segment and id; null where nobody wants to.</param>
    /// <returns>The traces' summaries.</returns>
    public static Dictionary<UInt128, TraceSummary> Read(
        TelemetryStore store, IReadOnlyDictionary<UInt128, long> traces, Action<RecordSegment<SpanHeader>, int>? visit = null)
    {
        var totals = new Dictionary<UInt128, Total>(traces.Count);
        if (traces.Count == 0)
        {
            return [];
        }

        var from = Clamp((Int128)traces.Values.Min() - Margin);
        var to = Clamp((Int128)traces.Values.Max() + Margin);
        foreach (var segment in store.Spans.Segments)
        {
            var view = segment.View;
            if (!view.Overlaps(from, to))
            {
                continue;
            }

            var records = view.Records;
            for (var i = 0; i < records.Length; i++)
            {
                ref readonly var header = ref records[i];
                if (traces.ContainsKey(header.Trace))
                {
                    ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, header.Trace, out _);
                    (total ??= new Total()).Add(store, header);
                    visit?.Invoke(segment, i);
                }
            }
        }

        return totals.ToDictionary(static pair => pair.Key, pair => pair.Value.ToSummary(store, pair.Key));
    }

    private static long Clamp(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);

    private sealed class Total
    {
        private readonly Dictionary<string, (long First, int Spans, int Errors)> _services = new(StringComparer.Ordinal);
        private SpanHeader _top;
        private long _start = long.MaxValue;
        private long _end = long.MinValue;
        private int _spans;
        private int _errors;

        public void Add(TelemetryStore store, in SpanHeader header)
        {
            _start = Math.Min(_start, header.Start);
            _end = Math.Max(_end, header.End);
            _spans++;
            _errors += header.IsError ? 1 : 0;
            var better = _spans == 1 || (header.Parent == 0) != (_top.Parent == 0) ? _spans == 1 || header.Parent == 0 : header.Start < _top.Start;
            if (better)
            {
                _top = header;
            }

            var service = store.Resources.Find(header.Resource)?.Service ?? "";
            var known = _services.TryGetValue(service, out var seen) ? seen : (long.MaxValue, 0, 0);
            _services[service] = (Math.Min(known.Item1, header.Start), known.Item2 + 1, known.Item3 + (header.IsError ? 1 : 0));
        }

        public TraceSummary ToSummary(TelemetryStore store, UInt128 trace) => new(
            TraceIds.Text(trace), store.Names[_top.Name], store.Resources.Find(_top.Resource)?.Service ?? "", _top.Parent == 0, _top.Category,
            UnixNanoseconds.ToTime(_start), UnixNanoseconds.ToSpan(_end - _start), _spans, _errors,
            [.. _services.OrderBy(static pair => pair.Value.First).Select(static pair => new TraceResource(pair.Key, pair.Value.Spans, pair.Value.Errors))], _top.Count);
    }
}
