namespace Sophia.Dashboard.Telemetry;

/// <summary>What a watcher wants to be told of.</summary>
[Flags]
public enum TelemetrySignals
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>New spans (traces, services, service map, agents).</summary>
    Spans = 1,

    /// <summary>New log records.</summary>
    Logs = 2,

    /// <summary>New metric points.</summary>
    Metrics = 4,

    /// <summary>A process was seen for the first time.</summary>
    Resources = 8,

    /// <summary>An error group is new or grew.</summary>
    Errors = 16,

    /// <summary>An SLO or an alert rule was changed, or its state did.</summary>
    Alerts = 32,

    /// <summary>The timeline has a new event.</summary>
    Timeline = 64,

    /// <summary>Everything.</summary>
    All = Spans | Logs | Metrics | Resources | Errors | Alerts | Timeline,
}
