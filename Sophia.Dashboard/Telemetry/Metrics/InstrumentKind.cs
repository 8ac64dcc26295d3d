namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>How an instrument's values are to be read.</summary>
public enum InstrumentKind
{
    /// <summary>A value at a moment.</summary>
    Gauge,

    /// <summary>A sum that only grows; charts show its rate per second.</summary>
    Counter,

    /// <summary>A sum that grows and shrinks; charts show its value.</summary>
    UpDownCounter,

    /// <summary>A distribution; charts show its count, rate and percentiles.</summary>
    Histogram,
}
