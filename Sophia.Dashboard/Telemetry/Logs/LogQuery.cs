namespace Sophia.Dashboard.Telemetry.Logs;

/// <summary>Which log records are wanted. Everything given must hold.</summary>
public sealed record LogQuery
{
    /// <summary>A process's key or a service's name.</summary>
    public string? Resource { get; init; }

    /// <summary>At least this grave.</summary>
    public LogSeverity MinimumSeverity { get; init; }

    /// <summary>Text that message, category or an attribute's value contains, ignoring case.</summary>
    public string? Text { get; init; }

    /// <summary>Of this trace, 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }

    /// <summary>Of this span, 16 hexadecimal digits.</summary>
    public string? SpanId { get; init; }

    /// <summary>
    /// Conditions on attributes; those of the record come first, then those of its process. <c>category</c>, <c>message</c> and
    /// <c>severity</c> are understood too.
    /// </summary>
    public IReadOnlyList<AttributeFilter> Filters { get; init; } = [];

    /// <summary>Not before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The <c>Next</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>At most this many; 1 to 10,000.</summary>
    public int Limit { get; init; } = 200;
}
