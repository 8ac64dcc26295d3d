namespace Sophia.Dashboard.Telemetry.Sessions;

/// <summary>What an imported file held.</summary>
/// <param name="Spans">Spans.</param>
/// <param name="Logs">Log records.</param>
/// <param name="Points">Metric points.</param>
/// <param name="Rejected">Records that were refused.</param>
public sealed record SessionImport(long Spans, long Logs, long Points, long Rejected);
