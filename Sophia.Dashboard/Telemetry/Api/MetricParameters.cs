using Microsoft.AspNetCore.Mvc;
using Sophia.Dashboard.Telemetry.Metrics;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>The query parameters of <c>GET /api/telemetry/metrics/points</c>.</summary>
/// <param name="Resource">A process's key or a service's name.</param>
/// <param name="Meter">The meter's name.</param>
/// <param name="Instrument">The instrument's name.</param>
/// <param name="From">Not before; an hour ago when left out.</param>
/// <param name="To">Before; now when left out.</param>
/// <param name="StepSeconds">The width of one point.</param>
/// <param name="Filter">Conditions on dimensions; may be repeated.</param>
/// <param name="GroupBy">Dimensions, each combination of which has a line; may be repeated; <c>*</c> gives each series its own.</param>
internal sealed record MetricParameters(
    [property: FromQuery(Name = "resource")] string Resource,
    [property: FromQuery(Name = "meter")] string Meter,
    [property: FromQuery(Name = "instrument")] string Instrument,
    [property: FromQuery(Name = "from")] DateTimeOffset? From,
    [property: FromQuery(Name = "to")] DateTimeOffset? To,
    [property: FromQuery(Name = "step")] double? StepSeconds,
    [property: FromQuery(Name = "filter")] string[]? Filter,
    [property: FromQuery(Name = "groupBy")] string[]? GroupBy)
{
    /// <summary>The query, with the same meaning as on the pages.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The query.</returns>
    public MetricQuery ToQuery(DateTimeOffset now) => new()
    {
        Resource = Resource,
        Meter = Meter,
        Instrument = Instrument,
        From = From ?? (To ?? now).AddHours(-1),
        To = To ?? now,
        Step = FilterParameters.Duration(StepSeconds * 1000),
        Filters = FilterParameters.Read(Filter),
        GroupBy = GroupBy is ["*"] ? null : GroupBy ?? [],
    };
}
