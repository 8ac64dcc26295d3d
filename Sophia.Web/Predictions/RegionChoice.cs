using Sophia.Core.Dashboard;
using Sophia.Web.Api;

namespace Sophia.Web.Predictions;

/// <summary>The regions that lists can be kept to.</summary>
internal static class RegionChoice
{
    /// <summary>The regions in which a metric has data, by name; none where they could not be had.</summary>
    /// <param name="api">The API.</param>
    /// <param name="metric">The metric's key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<string>> ReadAsync(ApiClient api, string metric, CancellationToken cancellationToken) =>
        await api.GetAsync($"/api/v1/dashboard/metrics?metrics={metric}&groupBy=region", DashboardJson.Default.DashboardMetrics, cancellationToken)
            is ApiAnswer<DashboardMetrics>.Success { Value.Metrics: [{ Groups: { } groups }, ..] }
            ? [.. groups.Select(static group => group.Key).OfType<string>().Order(StringComparer.CurrentCulture)]
            : [];
}
