using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Traces;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Traces;

/// <summary>One trace from the first span to the last.</summary>
public sealed partial class TracePage(TraceQueries traces, ServiceColours colours) : TelemetryComponent
{
    private const int TickCount = 4;
    // The spans whose children are folded away; as many as the trace has at most.
    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);
    private TraceDetail? _trace;
    private TraceNode? _open;
    private List<TraceNode> _rows = [];

    /// <summary>The trace's id.</summary>
    [Parameter]
    public string TraceId { get; set; } = "";

    /// <summary>The span whose details are open.</summary>
    [SupplyParameterFromQuery]
    public string? Span { get; set; }

    /// <summary>Text to find.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>Only failed spans and what leads to them.</summary>
    [SupplyParameterFromQuery]
    public bool Errors { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Spans | TelemetrySignals.Logs;

    private ServiceColours Colours => colours;

    private IEnumerable<(string Left, string Text)> Ticks =>
        Enumerable.Range(0, TickCount).Select(index => (Percent((double)index / TickCount), DurationText.Write(Whole * index / TickCount)));

    // A trace of no length still has a bar.
    private TimeSpan Whole => _trace is { Summary.Duration: { Ticks: > 0 } duration } ? duration : TimeSpan.FromTicks(1);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        // What is complete stays as it is: most spans that come belong to other traces.
        var read = await traces.FindAsync(TraceId, cancellationToken);
        _trace = read;
        _open = Span.OrNull() is { } span ? read?.Nodes.FirstOrDefault(node => node.Span.SpanId == span) : null;
        Show();
    }

    private void Show() => _rows = [.. Waterfall.Rows(_trace?.Nodes ?? [], _folded, Text, Errors)];

    private void Fold(string span)
    {
        if (!_folded.Remove(span))
        {
            _folded.Add(span);
        }

        Show();
    }

    private void FoldAll()
    {
        if (_folded.Count > 0)
        {
            _folded.Clear();
        }
        else
        {
            _folded.UnionWith(_trace!.Nodes.Where(static node => node.HasChildren && node.Depth > 0).Select(static node => node.Span.SpanId));
        }

        Show();
    }

    private string Left(TraceNode node) => Percent(node.Offset / Whole);

    private string Width(TraceNode node) => Percent(Math.Min(node.Span.Duration / Whole, 1 - (node.Offset / Whole)));

    private string Place(DateTimeOffset moment) => Percent(Math.Clamp((moment - _trace!.Summary.Start) / Whole, 0, 1));

    /// <summary>The duration stands behind its bar, or before it where there is no room behind.</summary>
    private string TookStyle(TraceNode node)
    {
        var end = (node.Offset + node.Span.Duration) / Whole;
        return end < 0.82 ? $"left: calc({Percent(end)}% + 6px)"
            : node.Offset / Whole > 0.18 ? $"right: calc({Percent(1 - (node.Offset / Whole))}% + 6px)"
            : $"left: calc({Left(node)}% + 5px)";
    }

    private static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture);

    private string To(string? span = null, string? text = null, bool? errors = null) => Address.Of(
        $"/traces/{TraceId}", ("span", span ?? Span), ("q", text ?? Text), ("errors", errors ?? Errors ? "true" : null));
}
