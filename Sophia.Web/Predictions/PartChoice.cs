using System.Text.Json;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Api;

namespace Sophia.Web.Predictions;

/// <summary>The parts of metrics that can be chosen.</summary>
internal static class PartChoice
{
    /// <summary>The members of a dimension for which a metric has data, by name; none where they could not be had.</summary>
    /// <param name="api">The API.</param>
    /// <param name="metric">The metric's key.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<string>> ReadAsync(ApiClient api, string metric, Dimension dimension, CancellationToken cancellationToken) =>
        await api.GetAsync(
            $"/api/v1/dashboard/metrics?metrics={metric}&groupBy={JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString())}",
            DashboardJson.Default.DashboardMetrics, cancellationToken)
            is ApiAnswer<DashboardMetrics>.Success { Value.Metrics: [{ Groups: { } groups }, ..] }
            ? [.. groups.Select(static group => group.Key).OfType<string>().Order(StringComparer.CurrentCulture)]
            : [];
}
