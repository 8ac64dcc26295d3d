using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Sophia.Core.Metrics;

namespace Sophia.Web.Rows;

/// <summary>Which figure's rows are looked at, as the page's address and the API's say it alike.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="From">The first day, yyyy-MM-dd, or null.</param>
/// <param name="To">The last day, yyyy-MM-dd, or null.</param>
/// <param name="Filter">What is kept, as <c>region:EMEA</c>, or null for everything.</param>
public sealed record RowsQuery(string? Metric, string? From, string? To, string? Filter)
{
    /// <summary>The address of the page that shows the rows behind a figure.</summary>
    /// <param name="metric">The metric's key.</param>
    /// <param name="range">The figure's days.</param>
    /// <param name="filters">What the figure is filtered by.</param>
    public static string AddressOf(string metric, DateRange range, params IEnumerable<MetricFilter> filters)
    {
        var filter = string.Join(',', filters);
        return new RowsQuery(metric, Day(range.From), Day(range.To), filter.Length == 0 ? null : filter).At("/rows");
    }

    /// <summary>The query under a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="more">More parameters.</param>
    public string At(string path, params IEnumerable<(string Name, string? Value)> more) => QueryHelpers.AddQueryString(path,
        new (string Name, string? Value)[] { ("metric", Metric), ("from", From), ("to", To), ("filter", Filter) }.Concat(more)
            .Where(static pair => !string.IsNullOrEmpty(pair.Value))
            .Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
