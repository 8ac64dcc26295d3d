namespace Sophia.Core.Analytics.Forecasting.Capacity;

/// <summary>How much load to be ready for.</summary>
public sealed record CapacityPlan : CapacityOutcome
{
    /// <summary>The load that is exceeded in 1 - <see cref="ServiceLevel"/> of steps only, by step, in the unit of the load.</summary>
    public required IReadOnlyList<double> Bound { get; init; }

    /// <summary>The expected load by step.</summary>
    public required IReadOnlyList<double> Expected { get; init; }

    /// <summary>The share of steps that the bound is meant to hold.</summary>
    public required double ServiceLevel { get; init; }

    /// <summary>How often such bounds were exceeded at the end of the history; null if it is too short to say.</summary>
    public required double? ExceededShare { get; init; }

    /// <summary>The forecast behind the plan: models, reason and back-test.</summary>
    public required Forecast Forecast { get; init; }
}
