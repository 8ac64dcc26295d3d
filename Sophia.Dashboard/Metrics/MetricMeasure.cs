namespace Sophia.Dashboard.Metrics;

/// <summary>Which figure of an instrument a chart shows.</summary>
public enum MetricMeasure
{
    /// <summary>The instrument's natural figure: a gauge's value, a counter's rate, a histogram's percentiles.</summary>
    Natural,

    /// <summary>A histogram's recordings.</summary>
    Count,

    /// <summary>A histogram's mean.</summary>
    Mean,

    /// <summary>A histogram's median.</summary>
    P50,

    /// <summary>A histogram's 90th percentile.</summary>
    P90,

    /// <summary>A histogram's 99th percentile.</summary>
    P99,
}
