namespace Sophia.Dashboard.Telemetry.Timeline;

/// <summary>What a timeline event is.</summary>
public enum TimelineKind
{
    /// <summary>A process of a service was seen for the first time.</summary>
    Started,

    /// <summary>Another process of a known service took over: a restart.</summary>
    Restarted,

    /// <summary>A service came with another <c>service.version</c>.</summary>
    Deployed,

    /// <summary>An alert began to fire.</summary>
    AlertFired,

    /// <summary>An alert ceased to fire.</summary>
    AlertResolved,

    /// <summary>A bound was reached.</summary>
    LimitReached,

    /// <summary>A person did something, such as restarting a resource.</summary>
    Command,
}
