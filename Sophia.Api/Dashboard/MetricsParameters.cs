using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sophia.Core.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>The parameters of <c>GET /api/v1/dashboard/metrics</c>.</summary>
internal sealed record MetricsParameters
{
    /// <summary>The first day.</summary>
    [FromQuery(Name = "from")]
    [Description("The first UTC day, yyyy-MM-dd; by default the first of the month eleven months before `to`. Example: 2026-01-01")]
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    [FromQuery(Name = "to")]
    [Description("The last UTC day, yyyy-MM-dd; by default today. Example: 2026-12-31")]
    public string? To { get; init; }

    /// <summary>The metrics.</summary>
    [FromQuery(Name = "metrics")]
    [Description("Metric keys or patterns, separated by commas; by default all. Example: revenue.won,deals.*")]
    public string? Metrics { get; init; }

    /// <summary>The split.</summary>
    [FromQuery(Name = "groupBy")]
    [Description("What to split by: productLine, stage (pipeline), region, segment, seller (deals, calls), department (all), callDirection, topic (calls held); by default nothing. Under topic a call with several topics counts under each, so that groups do not add up to the whole. Metrics that a pattern names and that cannot be split so are left out.")]
    public string? GroupBy { get; init; }

    /// <summary>The comparison.</summary>
    [FromQuery(Name = "compare")]
    [Description("What to hold the period against: previousPeriod, previousYear or both with a comma; by default nothing. Points and groups are held against the first.")]
    public string? Compare { get; init; }

    /// <summary>The filters.</summary>
    [FromQuery(Name = "filter")]
    [Description("What to keep, dimension:member with commas between; several members of a dimension are any of them, an empty one is what the source does not say, and a comma in a member stands behind a backslash. A metric that has no such dimension is not filtered by it: its `filters` say which apply. Example: region:EMEA,region:APAC,department:Sales")]
    public string? Filter { get; init; }

    /// <summary>The length of points.</summary>
    [FromQuery(Name = "granularity")]
    [Description("How long the points of the series are: day, week, month or quarter; by default what suits the range.")]
    public string? Granularity { get; init; }

    public MetricQueryText ToText() => new()
    {
        From = From,
        To = To,
        Metrics = Metrics?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        GroupBy = GroupBy,
        Compare = Compare,
        Filter = Filter,
        Granularity = Granularity,
    };
}
