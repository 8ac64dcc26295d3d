namespace Sophia.Dashboard.Telemetry.Resources;

/// <summary>Who has sent telemetry, and what is kept. Singleton.</summary>
public sealed class ResourceQueries
{
    /// <summary>All processes that have sent telemetry, by key.</summary>
    /// <returns>At most 1,000.</returns>
    public IReadOnlyList<TelemetryResource> All() => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Every bound, and how near it is.</summary>
    /// <returns>The bounds.</returns>
    public IReadOnlyList<TelemetryLimit> Limits() => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
