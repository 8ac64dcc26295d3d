namespace Sophia.Dashboard.Telemetry;

/// <summary>One attribute of a resource, span, event, link, log record or metric series.</summary>
/// <param name="Key">Its name, such as <c>http.route</c>.</param>
/// <param name="Value">Its value as text in the invariant culture.</param>
/// <param name="Kind">What kind of value it was.</param>
public readonly record struct TelemetryAttribute(string Key, string Value, AttributeKind Kind);
