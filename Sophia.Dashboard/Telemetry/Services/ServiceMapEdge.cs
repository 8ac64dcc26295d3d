namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>Who calls whom.</summary>
/// <param name="From">The caller's node.</param>
/// <param name="To">The called node.</param>
/// <param name="Totals">Traffic, errors and latency of the calls.</param>
public sealed record ServiceMapEdge(string From, string To, RateErrorsDuration Totals);
