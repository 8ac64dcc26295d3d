namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>A single measured value that leads to its trace.</summary>
/// <param name="Time">When it was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="TraceId">Its trace, 32 hexadecimal digits.</param>
/// <param name="SpanId">Its span, 16 hexadecimal digits.</param>
public sealed record MetricExemplar(DateTimeOffset Time, double Value, string TraceId, string SpanId);
