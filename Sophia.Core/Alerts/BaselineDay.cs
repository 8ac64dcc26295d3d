using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Core.Alerts;

/// <summary>How unlike its own past a metric's day was, judged once when the day was over.</summary>
public sealed record BaselineDay
{
    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>The UTC day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day's value as it was judged, or null where there was none.</summary>
    public required decimal? Value { get; init; }

    /// <summary>What the day says about the metric.</summary>
    public required AnomalyState State { get; init; }

    /// <summary>How surprising it is, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>What is unlike the past, or null.</summary>
    public required AnomalyKind? Kind { get; init; }

    /// <summary>Where the value was expected before it was known; null while there is too little past.</summary>
    public required AlertExpectation? Expected { get; init; }

    /// <summary>The version of what judged.</summary>
    public required string Detector { get; init; }
}
