using Microsoft.AspNetCore.Mvc;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>The query parameters of <c>GET /api/telemetry/traces</c> and <c>/spans</c>.</summary>
/// <param name="Resource">A process's key or a service's name.</param>
/// <param name="Search">Text that the span's name contains.</param>
/// <param name="Operation">The exact name of a span.</param>
/// <param name="TraceId">Of this trace.</param>
/// <param name="Category">About this, by name.</param>
/// <param name="Kind">On this side, by name.</param>
/// <param name="HasError">Failed or not.</param>
/// <param name="MinimumMilliseconds">At least this long.</param>
/// <param name="MaximumMilliseconds">At most this long.</param>
/// <param name="Filter">Conditions such as <c>http.route=/orders</c>; may be repeated.</param>
/// <param name="From">Begun not before.</param>
/// <param name="To">Begun before.</param>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
/// <param name="Limit">At most this many.</param>
/// <param name="Follow">Whether to stream what comes, a JSON object a line.</param>
internal sealed record TraceParameters(
    [property: FromQuery(Name = "resource")] string? Resource,
    [property: FromQuery(Name = "search")] string? Search,
    [property: FromQuery(Name = "operation")] string? Operation,
    [property: FromQuery(Name = "traceId")] string? TraceId,
    [property: FromQuery(Name = "category")] string? Category,
    [property: FromQuery(Name = "kind")] string? Kind,
    [property: FromQuery(Name = "hasError")] bool? HasError,
    [property: FromQuery(Name = "minMs")] double? MinimumMilliseconds,
    [property: FromQuery(Name = "maxMs")] double? MaximumMilliseconds,
    [property: FromQuery(Name = "filter")] string[]? Filter,
    [property: FromQuery(Name = "from")] DateTimeOffset? From,
    [property: FromQuery(Name = "to")] DateTimeOffset? To,
    [property: FromQuery(Name = "cursor")] string? Cursor,
    [property: FromQuery(Name = "limit")] int? Limit,
    [property: FromQuery(Name = "follow")] bool? Follow)
{
    /// <summary>The query, with the same meaning as on the pages.</summary>
    /// <returns>The query.</returns>
    public TraceQuery ToQuery() => new()
    {
        Resource = Resource,
        Text = Search,
        Operation = Operation,
        TraceId = TraceId,
        Category = FilterParameters.Named<SpanCategory>(Category),
        Kind = FilterParameters.Named<SpanKind>(Kind),
        HasError = HasError,
        MinimumDuration = FilterParameters.Duration(MinimumMilliseconds),
        MaximumDuration = FilterParameters.Duration(MaximumMilliseconds),
        Filters = FilterParameters.Read(Filter),
        From = From,
        To = To,
        Cursor = Cursor,
        Limit = Limit ?? new TraceQuery().Limit,
    };
}
