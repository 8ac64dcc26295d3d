using Microsoft.AspNetCore.Mvc;
using Sophia.Dashboard.Telemetry.Logs;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>The query parameters of <c>GET /api/telemetry/logs</c>.</summary>
/// <param name="Resource">A process's key or a service's name.</param>
/// <param name="Severity">At least this grave, by name.</param>
/// <param name="Search">Text that message, category or an attribute's value contains.</param>
/// <param name="TraceId">Of this trace.</param>
/// <param name="SpanId">Of this span.</param>
/// <param name="Filter">Conditions such as <c>http.route=/orders</c>; may be repeated.</param>
/// <param name="From">Not before.</param>
/// <param name="To">Before.</param>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
/// <param name="Limit">At most this many.</param>
/// <param name="Follow">Whether to stream what comes, a JSON object a line.</param>
internal sealed record LogParameters(
    [property: FromQuery(Name = "resource")] string? Resource,
    [property: FromQuery(Name = "severity")] string? Severity,
    [property: FromQuery(Name = "search")] string? Search,
    [property: FromQuery(Name = "traceId")] string? TraceId,
    [property: FromQuery(Name = "spanId")] string? SpanId,
    [property: FromQuery(Name = "filter")] string[]? Filter,
    [property: FromQuery(Name = "from")] DateTimeOffset? From,
    [property: FromQuery(Name = "to")] DateTimeOffset? To,
    [property: FromQuery(Name = "cursor")] string? Cursor,
    [property: FromQuery(Name = "limit")] int? Limit,
    [property: FromQuery(Name = "follow")] bool? Follow)
{
    /// <summary>The query, with the same meaning as on the pages.</summary>
    /// <returns>The query.</returns>
    public LogQuery ToQuery() => new()
    {
        Resource = Resource,
        MinimumSeverity = FilterParameters.Named<LogSeverity>(Severity) ?? LogSeverity.Unspecified,
        Text = Search,
        TraceId = TraceId,
        SpanId = SpanId,
        Filters = FilterParameters.Read(Filter),
        From = From,
        To = To,
        Cursor = Cursor,
        Limit = Limit ?? new LogQuery().Limit,
    };
}
