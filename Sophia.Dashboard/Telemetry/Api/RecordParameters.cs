using Microsoft.AspNetCore.Mvc;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>The query parameters that all lists of records have.</summary>
internal abstract record RecordParameters
{
    /// <summary>A process's key or a service's name.</summary>
    [FromQuery(Name = "resource")]
    public string? Resource { get; init; }

    /// <summary>Text in the record.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; init; }

    /// <summary>Of this trace.</summary>
    [FromQuery(Name = "traceId")]
    public string? TraceId { get; init; }

    /// <summary>Conditions such as <c>http.route=/orders</c>; may be repeated.</summary>
    [FromQuery(Name = "filter")]
    public string[]? Filter { get; init; }

    /// <summary>Not before.</summary>
    [FromQuery(Name = "from")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    [FromQuery(Name = "to")]
    public DateTimeOffset? To { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>At most this many.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>Whether to stream what comes, a JSON object a line.</summary>
    [FromQuery(Name = "follow")]
    public bool? Follow { get; init; }
}
