using Microsoft.AspNetCore.WebUtilities;
using Sophia.Core.Dashboard;
using Sophia.Web.Api;

namespace Sophia.Web.Dashboard;

/// <summary>Asks Sophia's API for figures.</summary>
internal sealed class DashboardClient(ApiClient api)
{
    /// <summary>Asks once.</summary>
    public Task<ApiAnswer<DashboardMetrics>> ReadAsync(DashboardRequest.Subscribe query, CancellationToken cancellationToken) =>
        api.GetAsync(Address(query), DashboardJson.Default.DashboardMetrics, cancellationToken);

    private static string Address(DashboardRequest.Subscribe query)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["metrics"] = string.Join(',', query.Metrics),
            ["from"] = query.From,
            ["to"] = query.To,
            ["groupBy"] = query.GroupBy,
            ["compare"] = query.Compare,
            ["filter"] = query.Filter,
        };
        return QueryHelpers.AddQueryString("/api/v1/dashboard/metrics", parameters.Where(static pair => pair.Value is not null));
    }
}
