namespace Sophia.Dashboard.Telemetry.Search;

/// <summary>What was found.</summary>
public enum SearchHitKind
{
    /// <summary>A process; the key is its key.</summary>
    Resource,

    /// <summary>A trace; the key is its id.</summary>
    Trace,

    /// <summary>A span; the key is <c>traceId/spanId</c>.</summary>
    Span,

    /// <summary>A log record; the key is its id.</summary>
    Log,

    /// <summary>An instrument; the key is <c>service|meter|instrument</c>.</summary>
    Metric,

    /// <summary>An error group; the key is its fingerprint.</summary>
    Error,

    /// <summary>An objective; the key is its id.</summary>
    Slo,

    /// <summary>An alert rule; the key is its id.</summary>
    Alert,

    /// <summary>A timeline event; the key is its time in ISO 8601.</summary>
    Timeline,
}
