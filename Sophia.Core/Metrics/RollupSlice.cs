namespace Sophia.Core.Metrics;

/// <summary>What was read to answer a query.</summary>
public sealed record RollupSlice
{
    /// <summary>The plan that it was read by.</summary>
    public required RollupPlan Plan { get; init; }

    /// <summary>The rows, by start.</summary>
    public required IReadOnlyList<RollupRow> Rows { get; init; }

    /// <summary>The first day of which anything is known, per family; a family of which nothing was ever loaded is left out.</summary>
    public required IReadOnlyDictionary<FactFamily, DateOnly> FirstDays { get; init; }

    /// <summary>The groups that are too small to be shown, for each component that counts the people behind a metric asked for.</summary>
    public required IReadOnlyDictionary<MetricComponent, SmallGroups> SmallGroups { get; init; }

    /// <summary>The labels of the stages, in pipeline order.</summary>
    public required IReadOnlyList<string> StageOrder { get; init; }
}
