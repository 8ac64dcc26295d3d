using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sophia.Core.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>The parameters of <c>GET /api/v1/dashboard/rows</c> beside those of every list.</summary>
internal sealed record RowsParameters
{
    /// <summary>The metric.</summary>
    [FromQuery(Name = "metric")]
    [Description("The metric's key. Example: revenue.won")]
    public string? Metric { get; init; }

    /// <summary>The first day.</summary>
    [FromQuery(Name = "from")]
    [Description("The first UTC day, yyyy-MM-dd; by default the first of the month eleven months before `to`. Example: 2026-01-01")]
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    [FromQuery(Name = "to")]
    [Description("The last UTC day, yyyy-MM-dd; by default today. Example: 2026-12-31")]
    public string? To { get; init; }

    /// <summary>The filters.</summary>
    [FromQuery(Name = "filter")]
    [Description("What to keep, as for metrics; the rows of one group of a split are those of a filter by its member. Example: region:EMEA")]
    public string? Filter { get; init; }

    /// <summary>The query, or what is wrong with the parameters, per parameter.</summary>
    public Dictionary<string, string[]> Parse(TimeProvider clock, out MetricQuery? query)
    {
        var errors = DashboardQuery.Parse(new() { Metrics = [Metric ?? ""], From = From, To = To, Filter = Filter }, clock, out query);
        if (errors.Remove("metrics", out var unknown))
        {
            errors["metric"] = unknown;
        }
        else if (query?.Metrics.Count > 1)
        {
            errors["metric"] = ["Rows are those of one metric; name it by its whole key."];
        }

        return errors;
    }
}
