using Sophia.Core.Analytics.Churn.Models;

namespace Sophia.Core.Predictions;

/// <summary>How good a model that promises probabilities is.</summary>
public sealed record ModelQuality
{
    /// <summary>The model's version.</summary>
    public required string Version { get; init; }

    /// <summary>When it was trained.</summary>
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>How many cases it learnt from.</summary>
    public required int LearntFrom { get; init; }

    /// <summary>Measured on cases that were held out of its training.</summary>
    public required Measures HeldOut { get; init; }

    /// <summary>Promised and seen shares of these.</summary>
    public required IReadOnlyList<CalibrationBin> HeldOutCalibration { get; init; }

    /// <summary>How many predictions have since been decided by what happened.</summary>
    public required int Decided { get; init; }

    /// <summary>Measured on the decided ones; null while there is not one of either outcome.</summary>
    public required Measures? TrackRecord { get; init; }

    /// <summary>Promised and seen shares of the decided ones.</summary>
    public required IReadOnlyList<CalibrationBin> TrackRecordCalibration { get; init; }
}
