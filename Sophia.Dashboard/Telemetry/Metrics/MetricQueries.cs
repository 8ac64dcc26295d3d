namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Answers what pages and HTTP API ask about metrics. Singleton; does not block the caller's thread.</summary>
public sealed class MetricQueries
{
    /// <summary>All instruments, by service, meter and name.</summary>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The instruments.</returns>
    public Task<IReadOnlyList<MetricInstrument>> InstrumentsAsync(string? resource, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>What tells the series of an instrument apart.</summary>
    /// <param name="resource">A process's key or a service's name.</param>
    /// <param name="meter">The meter's name.</param>
    /// <param name="instrument">The instrument's name.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Its dimensions; empty where the instrument is not known.</returns>
    public Task<IReadOnlyList<MetricDimension>> DimensionsAsync(string resource, string meter, string instrument, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Reads points.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The points; null where the instrument is not known.</returns>
    public Task<MetricAnswer?> ReadAsync(MetricQuery query, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
