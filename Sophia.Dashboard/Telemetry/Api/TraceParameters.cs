using Microsoft.AspNetCore.Mvc;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>The query parameters of <c>GET /api/telemetry/traces</c> and <c>/spans</c>; the text is that of the span's name, the times those of its begin.</summary>
internal sealed record TraceParameters : RecordParameters
{
    /// <summary>The exact name of a span.</summary>
    [FromQuery(Name = "operation")]
    public string? Operation { get; init; }

    /// <summary>About this, by name.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    /// <summary>On this side, by name.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>Failed or not.</summary>
    [FromQuery(Name = "hasError")]
    public bool? HasError { get; init; }

    /// <summary>At least this long.</summary>
    [FromQuery(Name = "minMs")]
    public double? MinimumMilliseconds { get; init; }

    /// <summary>At most this long.</summary>
    [FromQuery(Name = "maxMs")]
    public double? MaximumMilliseconds { get; init; }

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
