namespace Sophia.Dashboard.Telemetry.Alerts;

/// <summary>Which figure of an instrument a rule looks at, over its window.</summary>
public enum AlertMeasure
{
    /// <summary>The mean value (gauges), all series added up.</summary>
    Mean,

    /// <summary>The last value (gauges, up-down counters), all series added up.</summary>
    Last,

    /// <summary>The rate per second (counters; histograms: of recordings).</summary>
    Rate,

    /// <summary>The histogram's median.</summary>
    P50,

    /// <summary>The histogram's 90th percentile.</summary>
    P90,

    /// <summary>The histogram's 99th percentile.</summary>
    P99,
}
