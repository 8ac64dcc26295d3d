using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>The kept spans of a window, and since when it is covered by them.</summary>
internal sealed class SpanWindow
{
    private readonly RecordView<SpanHeader>[] _views;
    private readonly long _from;
    private readonly long _to;

    public SpanWindow(TelemetryStore store, DateTimeOffset from, DateTimeOffset to)
    {
        (From, To) = (from, to);
        (_from, _to) = (UnixNanoseconds.From(from), UnixNanoseconds.From(to));
        var views = store.Spans.Segments.ToArray().Select(static segment => segment.View).Where(static view => view.Count > 0).ToArray();
        _views = [.. views.Where(view => view.Overlaps(_from, _to))];
        // Only once something was dropped is the time before the oldest kept span unknown rather than quiet.
        CoveredFrom = store.Spans.Dropped == 0 || views.Length == 0 ? null : UnixNanoseconds.ToTime(views[0].Earliest);
        CoveredFrom = CoveredFrom > from ? CoveredFrom : null;
    }

    /// <summary>The window's begin.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The window's end.</summary>
    public DateTimeOffset To { get; }

    /// <summary>Since when spans are kept, where that is later than the window's begin.</summary>
    public DateTimeOffset? CoveredFrom { get; }

    /// <summary>The time that is covered.</summary>
    public TimeSpan Covered => To - (CoveredFrom ?? From) is var covered && covered > TimeSpan.Zero ? covered : TimeSpan.Zero;

    /// <summary>Visits each span of the window, those that came last first (by the thousand).</summary>
    /// <param name="visit">The visitor.</param>
    /// <param name="cancellationToken">Ends the visit.</param>
    public void Visit(SpanVisitor visit, CancellationToken cancellationToken)
    {
        foreach (var view in _views.AsEnumerable().Reverse())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly var header in view.Records)
            {
                if (header.Start >= _from && header.Start < _to)
                {
                    visit(header);
                }
            }
        }
    }
}
