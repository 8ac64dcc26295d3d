namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Answers what pages and HTTP API ask about traces. Singleton; does not block the caller's thread.</summary>
public sealed class TraceQueries
{
    /// <summary>Finds traces, the latest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page of them.</returns>
    public Task<TelemetryPage<TraceSummary>> FindAsync(TraceQuery query, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Finds single spans, the latest arrived first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page of them.</returns>
    public Task<TelemetryPage<SpanEntry>> FindSpansAsync(TraceQuery query, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Reads a whole trace for the waterfall.</summary>
    /// <param name="traceId">32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The trace; null when nothing of it is kept.</returns>
    public Task<TraceDetail?> FindAsync(string traceId, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>The attribute names that recent spans carry, for the filter's suggestions.</summary>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>At most 500 names, in ordinal order.</returns>
    public Task<IReadOnlyList<string>> AttributeNamesAsync(string? resource, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
