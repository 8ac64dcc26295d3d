using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Api.Predictions;

/// <summary>The parameters of <c>GET /api/v1/sales/waterfall</c>.</summary>
internal sealed record SalesParameters
{
    /// <summary>The first day.</summary>
    [FromQuery(Name = "from")]
    [Description("The first UTC day, yyyy-MM-dd; by default that of the running quarter. Example: 2026-10-01")]
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    [FromQuery(Name = "to")]
    [Description("The last UTC day, yyyy-MM-dd, which may be to come; by default that of the running quarter. Example: 2026-12-31")]
    public string? To { get; init; }

    /// <summary>Which open deals.</summary>
    [FromQuery(Name = "scope")]
    [Description("period for the deals that are promised for these days, all for the whole open pipeline; by default period.")]
    public string? Scope { get; init; }

    /// <summary>The filters.</summary>
    [FromQuery(Name = "filter")]
    [Description("What deals to keep, as for metrics. Example: region:EMEA")]
    public string? Filter { get; init; }

    /// <summary>What is asked, or what is wrong with the parameters, per parameter.</summary>
    public Dictionary<string, string[]> Parse(TimeProvider clock, out DateRange range, out WaterfallScope scope, out IReadOnlyList<MetricFilter> filters)
    {
        var quarter = SalesFigures.QuarterOf(DashboardQuery.Today(clock));
        var errors = DashboardQuery.Parse(
            new() { Metrics = [Sales.Key], From = Written(From, quarter.From), To = Written(To, quarter.To), Filter = Filter }, clock, out var query);
        scope = string.Equals(Scope, "all", StringComparison.OrdinalIgnoreCase) ? WaterfallScope.All : WaterfallScope.Period;
        if (Scope is { Length: > 0 } && scope is WaterfallScope.Period && !string.Equals(Scope, "period", StringComparison.OrdinalIgnoreCase))
        {
            errors["scope"] = [$"'{Scope}' is none of: period, all."];
        }

        (range, filters) = query is null ? (quarter, []) : (query.Range, query.FiltersOf(Sales));
        return errors;
    }

    // What has the dimensions of deals, and no others.
    private static MetricDefinition Sales => MetricCatalog.Find("revenue.won")!;

    private static string Written(string? day, DateOnly usual) => day is { Length: > 0 } ? day : usual.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
