using Sophia.Core.Metrics;

namespace Sophia.Web.Figures;

/// <summary>What a metric's definition says of how to write about it.</summary>
internal static class MetricKind
{
    /// <summary>Whether the metric's value is that of one day, the last of a range, and not of the whole range.</summary>
    public static bool IsStock(string key) =>
        MetricCatalog.Find(key)?.Formula.Components.All(static component => component.AddsUp is AddsUp.Stock) ?? false;
}
