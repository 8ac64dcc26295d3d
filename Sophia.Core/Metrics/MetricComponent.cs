namespace Sophia.Core.Metrics;

/// <summary>
/// What metrics are computed from, as data: the SQL that reads it and the SQL that keeps its rollup are both generated
/// from this definition.
/// </summary>
public sealed record MetricComponent
{
    /// <summary>The component's unique name.</summary>
    public required string Name { get; init; }

    /// <summary>The fact that is read.</summary>
    public required FactSource Fact { get; init; }

    /// <summary>The condition that a row must meet, or null for every row.</summary>
    public FactColumn? Filter { get; init; }

    /// <summary>The column that is summed, or null to count rows.</summary>
    public FactColumn? Measure { get; init; }

    /// <summary>How the component adds up over time.</summary>
    public required AddsUp AddsUp { get; init; }
}
