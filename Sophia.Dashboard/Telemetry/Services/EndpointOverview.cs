namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>What one endpoint (a server or consumer span's name) does.</summary>
/// <param name="Operation">The span's name.</param>
/// <param name="Totals">Rate, errors and duration.</param>
/// <param name="SlowestTraceId">The trace of its slowest request; null where all are connections that stay open.</param>
/// <param name="FailedTraceId">The trace of its latest failed request.</param>
public sealed record EndpointOverview(string Operation, RateErrorsDuration Totals, string? SlowestTraceId, string? FailedTraceId);
