namespace Sophia.Core.Metrics;

/// <summary>What was read to answer a query.</summary>
public sealed record RollupSlice
{
    /// <summary>The plan that it was read by.</summary>
    public required RollupPlan Plan { get; init; }

    /// <summary>The rows, by start.</summary>
    public required IReadOnlyList<RollupRow> Rows { get; init; }

    /// <summary>The first day of which anything is known, or null where nothing was ever loaded.</summary>
    public required DateOnly? FirstDay { get; init; }

    /// <summary>The labels of the stages, in pipeline order.</summary>
    public required IReadOnlyList<string> StageOrder { get; init; }
}
