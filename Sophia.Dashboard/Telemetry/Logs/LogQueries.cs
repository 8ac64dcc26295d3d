namespace Sophia.Dashboard.Telemetry.Logs;

/// <summary>Answers what pages and HTTP API ask about structured logs. Singleton; does not block the caller's thread.</summary>
public sealed class LogQueries
{
    /// <summary>Finds log records, the latest arrived first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page of them.</returns>
    public Task<TelemetryPage<LogEntry>> FindAsync(LogQuery query, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Finds one log record.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The record; null when it is no longer kept.</returns>
    public Task<LogEntry?> FindAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>The attribute names that recent log records carry, for the filter's suggestions.</summary>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>At most 500 names, in ordinal order.</returns>
    public Task<IReadOnlyList<string>> AttributeNamesAsync(string? resource, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
