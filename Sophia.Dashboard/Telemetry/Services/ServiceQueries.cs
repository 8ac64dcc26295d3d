namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>Computes overview, service map and heat map from the kept spans. Singleton; does not block the caller's thread.</summary>
public sealed class ServiceQueries
{
    /// <summary>Rate, errors and duration of every service and endpoint.</summary>
    /// <param name="from">The window's begin.</param>
    /// <param name="to">The window's end.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>The overview.</returns>
    public Task<ServicesAnswer> OverviewAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Who calls whom.</summary>
    /// <param name="from">The window's begin.</param>
    /// <param name="to">The window's end.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>The map.</returns>
    public Task<ServiceMap> MapAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>The latencies of a service's requests.</summary>
    /// <param name="service">The service.</param>
    /// <param name="operation">One endpoint of it; null for all.</param>
    /// <param name="from">The window's begin.</param>
    /// <param name="to">The window's end.</param>
    /// <param name="columns">How many columns; 1 to 240.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>The heat map.</returns>
    public Task<LatencyHeatMap> HeatMapAsync(
        string service, string? operation, DateTimeOffset from, DateTimeOffset to, int columns, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
