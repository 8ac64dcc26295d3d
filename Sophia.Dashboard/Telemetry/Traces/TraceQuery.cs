namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Which traces or spans are wanted. Everything given must hold, for spans of the span, for traces of one of its spans.</summary>
public sealed record TraceQuery
{
    /// <summary>A process's key or a service's name.</summary>
    public string? Resource { get; init; }

    /// <summary>Text that the span's name contains, ignoring case.</summary>
    public string? Text { get; init; }

    /// <summary>The exact name of a span (an endpoint).</summary>
    public string? Operation { get; init; }

    /// <summary>Of this trace, 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }

    /// <summary>About this.</summary>
    public SpanCategory? Category { get; init; }

    /// <summary>On this side.</summary>
    public SpanKind? Kind { get; init; }

    /// <summary>True: a failed span; false: for spans one that did not fail, for traces no failed span at all.</summary>
    public bool? HasError { get; init; }

    /// <summary>At least this long: for spans the span, for traces the whole trace.</summary>
    public TimeSpan? MinimumDuration { get; init; }

    /// <summary>At most this long.</summary>
    public TimeSpan? MaximumDuration { get; init; }

    /// <summary>Conditions on attributes; those of the span come first, then those of its process.</summary>
    public IReadOnlyList<AttributeFilter> Filters { get; init; } = [];

    /// <summary>Begun not before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Begun before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The <c>Next</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>At most this many; 1 to 10,000 (traces: 1,000).</summary>
    public int Limit { get; init; } = 100;
}
