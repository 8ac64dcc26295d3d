namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>An attribute that tells series of an instrument apart.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Values">Its values, in ordinal order; at most 200.</param>
/// <param name="Truncated">Whether there are more values than listed.</param>
public sealed record MetricDimension(string Name, IReadOnlyList<string> Values, bool Truncated);
