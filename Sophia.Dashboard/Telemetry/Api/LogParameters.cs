using Microsoft.AspNetCore.Mvc;
using Sophia.Dashboard.Telemetry.Logs;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>The query parameters of <c>GET /api/telemetry/logs</c>; the text is that of message, category or an attribute's value.</summary>
internal sealed record LogParameters : RecordParameters
{
    /// <summary>At least this grave, by name.</summary>
    [FromQuery(Name = "severity")]
    public string? Severity { get; init; }

    /// <summary>Of this span.</summary>
    [FromQuery(Name = "spanId")]
    public string? SpanId { get; init; }

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
