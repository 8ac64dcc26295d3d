namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>How a span ended; the numbers are OTLP's.</summary>
public enum SpanStatus
{
    /// <summary>Nothing was said, so it did not fail.</summary>
    Unset = 0,

    /// <summary>It was said to be fine.</summary>
    Ok = 1,

    /// <summary>It failed.</summary>
    Error = 2,
}
