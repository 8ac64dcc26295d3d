namespace Sophia.Dashboard.Telemetry.Alerts;

/// <summary>Where a rule stands.</summary>
public enum AlertState
{
    /// <summary>The threshold is not crossed.</summary>
    Ok,

    /// <summary>It is crossed, not yet for long enough.</summary>
    Pending,

    /// <summary>It is crossed for long enough.</summary>
    Firing,

    /// <summary>There is nothing to compare.</summary>
    NoData,
}
