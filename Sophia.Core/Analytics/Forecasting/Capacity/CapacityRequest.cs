namespace Sophia.Core.Analytics.Forecasting.Capacity;

/// <summary>A load and how far ahead to be ready for it.</summary>
public sealed record CapacityRequest
{
    /// <summary>The load by step, oldest first, such as calls an hour; <see cref="double.NaN"/> where it was not measured.</summary>
    public required ReadOnlyMemory<double> Load { get; init; }

    /// <summary>How many steps to plan; 1 or more.</summary>
    public required int Horizon { get; init; }

    /// <summary>The steps of a day (24 for hours), to which a week is added where the history shows several.</summary>
    public IReadOnlyList<int> Seasons { get; init; } = [24];

    /// <summary>The share of steps that the capacity shall suffice for; above 0.75 and below 1.</summary>
    public double ServiceLevel { get; init; } = 0.975;
}
