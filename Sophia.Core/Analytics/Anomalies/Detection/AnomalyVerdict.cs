namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>What the detector says about one row.</summary>
public sealed record AnomalyVerdict
{
    /// <summary>When the row was measured.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The row's value in the series' own unit; null where it is missing.</summary>
    public required double? Value { get; init; }

    /// <summary>What the row says about the series.</summary>
    public required AnomalyState State { get; init; }

    /// <summary>How surprising the row is, 0 to 1; <see cref="AnomalyDetector.Threshold"/> and more is anomalous. 0 while learning or missing.</summary>
    public required double Score { get; init; }

    /// <summary>Where the value was expected, before it was seen; null while learning or missing.</summary>
    public ExpectedRange? Expected { get; init; }

    /// <summary>What is unlike the past; null unless anomalous.</summary>
    public AnomalyKind? Kind { get; init; }

    /// <summary>Which way; null unless anomalous.</summary>
    public AnomalyDirection? Direction { get; init; }

    /// <summary>Since when the series has been anomalous, or missing, without recovering; else null.</summary>
    public DateTimeOffset? Since { get; init; }
}
