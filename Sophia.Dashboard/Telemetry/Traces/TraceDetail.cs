using Sophia.Dashboard.Telemetry.Logs;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>A whole trace.</summary>
/// <param name="Summary">Its line in the list.</param>
/// <param name="Nodes">Its spans depth first, children by their begin.</param>
/// <param name="Logs">The log records of the trace that name no kept span, by time.</param>
/// <param name="Truncated">Whether spans above the bound of 10,000 were left out.</param>
public sealed record TraceDetail(TraceSummary Summary, IReadOnlyList<TraceNode> Nodes, IReadOnlyList<LogEntry> Logs, bool Truncated);
