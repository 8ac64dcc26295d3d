namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Something that happened at a moment of a span.</summary>
/// <param name="Time">When.</param>
/// <param name="Name">What, such as <c>exception</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record SpanEvent(DateTimeOffset Time, string Name, IReadOnlyList<TelemetryAttribute> Attributes);
