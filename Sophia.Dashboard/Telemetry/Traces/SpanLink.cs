namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>A span that this one refers to, or that refers to this one.</summary>
/// <param name="TraceId">Its trace, 32 hexadecimal digits.</param>
/// <param name="SpanId">Its id, 16 hexadecimal digits.</param>
/// <param name="Attributes">The link's attributes.</param>
public sealed record SpanLink(string TraceId, string SpanId, IReadOnlyList<TelemetryAttribute> Attributes);
