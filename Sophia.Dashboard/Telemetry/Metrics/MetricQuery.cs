namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Which points of one instrument are wanted.</summary>
public sealed record MetricQuery
{
    /// <summary>A process's key or a service's name.</summary>
    public required string Resource { get; init; }

    /// <summary>The meter's name.</summary>
    public required string Meter { get; init; }

    /// <summary>The instrument's name.</summary>
    public required string Instrument { get; init; }

    /// <summary>Not before.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Before.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The width of one point; null lets the window decide, for about 240 points. At least a second; at most 2,000 points.</summary>
    public TimeSpan? Step { get; init; }

    /// <summary>Conditions on dimensions (and on <c>instance</c>).</summary>
    public IReadOnlyList<AttributeFilter> Filters { get; init; } = [];

    /// <summary>One line for each combination of these dimensions; empty adds all series up to one line; null gives each series its own.</summary>
    public IReadOnlyList<string>? GroupBy { get; init; } = [];
}
