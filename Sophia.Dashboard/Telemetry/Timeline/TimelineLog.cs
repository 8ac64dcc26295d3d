namespace Sophia.Dashboard.Telemetry.Timeline;

/// <summary>Restarts, deployments, alerts and commands; kept on disk, the latest 10,000. Singleton.</summary>
public sealed class TimelineLog
{
    /// <summary>Events of a window, the latest first.</summary>
    /// <param name="from">Not before.</param>
    /// <param name="to">Before.</param>
    /// <param name="resource">Of this service or process; null for all.</param>
    /// <returns>The events; at most 1,000.</returns>
    public IReadOnlyList<TimelineEvent> Find(DateTimeOffset from, DateTimeOffset to, string? resource = null) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Records an event, such as a command that a person gave.</summary>
    /// <param name="entry">The event.</param>
    public void Record(TimelineEvent entry) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
