namespace Sophia.Core.Analytics.Discovery.Correlations;

/// <summary>A metric's values at equal steps of time; all series that are compared cover the same steps.</summary>
/// <param name="Metric">Its key.</param>
/// <param name="Values">Oldest first, in the metric's unit; null where there is no data.</param>
public sealed record MetricSeries(string Metric, IReadOnlyList<double?> Values);
