using Sophia.Core.Predictions;

namespace Sophia.Web.Dashboard;

/// <summary>What the overview says beyond its figures.</summary>
/// <param name="Forecasts">What is expected of metrics; null where it could not be had.</param>
/// <param name="Findings">What stands out; null where it could not be had.</param>
/// <param name="Correlations">Which metrics go before others, the surest few; none where that could not be had.</param>
public sealed record BoardOutlook(IReadOnlyList<MetricForecast>? Forecasts, FindingsAnswer? Findings, IReadOnlyList<MetricCorrelation> Correlations);
