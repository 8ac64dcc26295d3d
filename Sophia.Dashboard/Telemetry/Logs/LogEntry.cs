namespace Sophia.Dashboard.Telemetry.Logs;

/// <summary>One structured log record.</summary>
/// <param name="Id">Identifies it while it is kept, and orders records by when they arrived.</param>
/// <param name="Time">When it happened, by the sender's clock; when it was observed where the sender gave no time.</param>
/// <param name="Resource">The key of the process that wrote it.</param>
/// <param name="Service">That process's service.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Category">The logger's name.</param>
/// <param name="Message">The message with its values filled in.</param>
/// <param name="TraceId">The trace it belongs to, 32 hexadecimal digits.</param>
/// <param name="SpanId">The span it was written in, 16 hexadecimal digits.</param>
/// <param name="EventName">The event's name, where given.</param>
/// <param name="Attributes">All its attributes; of an exception <c>exception.type</c>, <c>.message</c>, <c>.stacktrace</c>.</param>
public sealed record LogEntry(
    long Id, DateTimeOffset Time, string Resource, string Service, LogSeverity Severity, string Category, string Message,
    string? TraceId, string? SpanId, string? EventName, IReadOnlyList<TelemetryAttribute> Attributes);
