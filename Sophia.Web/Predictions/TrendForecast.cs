using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Dashboard;

namespace Sophia.Web.Predictions;

/// <summary>A forecast as it goes on from a chart's series.</summary>
/// <param name="Made">The forecast.</param>
/// <param name="Start">The index of the running month among the chart's points.</param>
/// <param name="Points">What is expected, from the running month on.</param>
internal sealed record TrendForecast(MetricForecast Made, int Start, IReadOnlyList<ForecastPoint> Points)
{
    /// <summary>The metrics that the overview's charts look ahead for.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [OverviewBoard.Revenue, OverviewBoard.OpenPipeline];

    /// <summary>The one region that the page keeps to, which has a forecast of its own; null for the whole or any other choice.</summary>
    public static string? OnlyRegion(IReadOnlyList<MetricFilter> filters) =>
        filters is [{ Dimension: Dimension.Region, Members: [var region] }] ? region : null;

    /// <summary>The forecast that fits the chart, or null.</summary>
    public static TrendForecast? Find(DashboardView view, string metric, IReadOnlyList<MetricFilter> filters, IReadOnlyList<MetricForecast> forecasts)
    {
        if (WhyNot(view, metric, filters, forecasts) is not null || Of(metric, filters, forecasts) is not { } made)
        {
            return null;
        }

        // A forecast that was made last month begins before the running one.
        ForecastPoint[] points = [.. made.Points.SkipWhile(point => point.Start < view.Points[^1].From)];
        return points is [{ Start: var first }, ..] && first == view.Points[^1].From ? new(made, view.Points.Count - 1, points) : null;
    }

    /// <summary>Why a chart that a viewer would expect a forecast on has none, or null: either it has one or nobody would look for it.</summary>
    public static NoForecast? WhyNot(DashboardView view, string metric, IReadOnlyList<MetricFilter> filters, IReadOnlyList<MetricForecast> forecasts)
    {
        if (!Metrics.Contains(metric, StringComparer.Ordinal) || forecasts.Count == 0)
        {
            return null;
        }

        if (view.Figures.Granularity != Granularity.Month)
        {
            return new("forecast.onlyMonths", null);
        }

        if (filters.Count > 0 && OnlyRegion(filters) is null)
        {
            return new("forecast.filtered", null);
        }

        return Of(metric, filters, forecasts) switch
        {
            null => new("forecast.none", null),
            { Points: [], Reason: var reason } => new(null, reason),
            _ => null,
        };
    }

    /// <summary>The forecast of exactly this part of a metric, or null.</summary>
    public static MetricForecast? Of(string metric, IReadOnlyList<MetricFilter> filters, IReadOnlyList<MetricForecast> forecasts)
    {
        var region = OnlyRegion(filters);
        return forecasts.FirstOrDefault(forecast => forecast.Metric == metric && forecast.Member == region);
    }
}
