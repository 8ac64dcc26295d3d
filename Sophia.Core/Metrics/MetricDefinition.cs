namespace Sophia.Core.Metrics;

/// <summary>A figure of the business and all there is to say of it.</summary>
public sealed record MetricDefinition
{
    /// <summary>The key by which everything asks for it, for example <c>revenue.won</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in a sentence.</summary>
    public required string Definition { get; init; }

    /// <summary>What it is counted in.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>Which way it should move.</summary>
    public required GoodDirection GoodDirection { get; init; }

    /// <summary>How it is computed.</summary>
    public required MetricFormula Formula { get; init; }

    /// <summary>What it can be split by.</summary>
    public required IReadOnlyList<Dimension> Dimensions { get; init; }

    /// <summary>
    /// For a metric of people the component that counts how many are behind a value: fewer than five are never shown. Null for
    /// other metrics.
    /// </summary>
    public MetricComponent? People { get; init; }

    /// <summary>The families of facts that it is computed from.</summary>
    public IEnumerable<FactFamily> Families => Formula.Components.Select(static component => component.Fact.Family).Distinct();

    /// <summary>How old the newest look at its sources may be before it counts as stale.</summary>
    public TimeSpan PromisedFreshness { get; init; } = TimeSpan.FromMinutes(5);
}
