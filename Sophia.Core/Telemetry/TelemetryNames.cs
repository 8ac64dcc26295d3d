namespace Sophia.Core.Telemetry;

/// <summary>
/// What Sophia's own meters and activity sources are called, here and nowhere else. All begin with <c>Sophia.</c>, by which
/// they are recorded.
/// </summary>
public static class TelemetryNames
{
    /// <summary>The meter of the event log, projection, outbox, bus and cache.</summary>
    public const string DataMeter = "Sophia.Data";

    /// <summary>The meter of calls to source systems.</summary>
    public const string IntegrationsMeter = "Sophia.Integrations";

    /// <summary>The meter of live channels.</summary>
    public const string ApiMeter = "Sophia.Api";

    /// <summary>The spans that follow a change from the source's word to the reader's page.</summary>
    public const string ChangesSource = "Sophia.Changes";

    /// <summary>The spans of Redis commands.</summary>
    public const string RedisSource = "Sophia.Redis";
}
