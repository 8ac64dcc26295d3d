namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>A service's part in a trace.</summary>
/// <param name="Service">The service.</param>
/// <param name="Spans">How many spans it has there.</param>
/// <param name="Errors">How many of them failed.</param>
public sealed record TraceResource(string Service, int Spans, int Errors);
