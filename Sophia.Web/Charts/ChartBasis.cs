using Sophia.Core.Metrics;
using Sophia.Core.Predictions;

namespace Sophia.Web.Charts;

/// <summary>What a chart depends on besides its figures.</summary>
/// <param name="Range">The days on the page.</param>
/// <param name="Filters">What the page is filtered by.</param>
/// <param name="Forecasts">What is expected of metrics, or null.</param>
internal sealed record ChartBasis(DateRange Range, IReadOnlyList<MetricFilter> Filters, IReadOnlyList<MetricForecast>? Forecasts = null)
{
    /// <summary>Whether the same chart comes of it.</summary>
    public bool IsLike(ChartBasis other) =>
        Range == other.Range && ReferenceEquals(Forecasts, other.Forecasts) && Filters.SequenceEqual(other.Filters);
}
