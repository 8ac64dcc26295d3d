namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>What a service level objective promises.</summary>
public enum SloKind
{
    /// <summary>Requests do not fail.</summary>
    Availability,

    /// <summary>Requests take at most a given time.</summary>
    Latency,
}
