namespace Sophia.Dashboard.Telemetry.Errors;

/// <summary>The groups as they are on disk, and which spans and log records are counted in them.</summary>
/// <param name="SpansBefore">All spans with a smaller id are counted.</param>
/// <param name="LogsBefore">All log records with a smaller id are counted.</param>
/// <param name="Groups">The groups.</param>
internal sealed record ErrorTrackerState(long SpansBefore, long LogsBefore, IReadOnlyList<ErrorGroupState> Groups);
