using Sophia.Dashboard.Telemetry.Logs;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>One row of the waterfall.</summary>
/// <param name="Span">The span.</param>
/// <param name="Depth">How many spans are above it; 0 of a root or of a span whose parent is not kept.</param>
/// <param name="Offset">Since the trace's start; never negative.</param>
/// <param name="ParentMissing">It has a parent, which is not kept (yet).</param>
/// <param name="HasChildren">Whether rows below belong to it.</param>
/// <param name="UninstrumentedPeer">
/// Whom it called, where the callee sent no span of its own: a database, cache, bus or outside system. Draw it as a row's label.
/// </param>
/// <param name="Logs">The log records written in it, by time.</param>
/// <param name="Backlinks">Spans anywhere that link to it.</param>
public sealed record TraceNode(
    SpanEntry Span, int Depth, TimeSpan Offset, bool ParentMissing, bool HasChildren, string? UninstrumentedPeer,
    IReadOnlyList<LogEntry> Logs, IReadOnlyList<SpanLink> Backlinks);
