namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>What one step of a line holds. Null is "no data", never 0.</summary>
/// <param name="Time">The step's begin.</param>
/// <param name="Value">
/// Gauge: the mean over the step of the series' sum. Counter: the rate per second. Up-down counter: the last value, series added up.
/// Histogram: the mean of what was recorded in the step.
/// </param>
/// <param name="Count">Histogram: how many values were recorded in the step.</param>
/// <param name="P50">Histogram: the median, interpolated inside its bucket.</param>
/// <param name="P90">Histogram: the 90th percentile.</param>
/// <param name="P99">Histogram: the 99th percentile.</param>
public readonly record struct MetricPoint(DateTimeOffset Time, double? Value, long? Count, double? P50, double? P90, double? P99);
