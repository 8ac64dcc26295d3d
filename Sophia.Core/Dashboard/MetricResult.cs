using System.Text.Json.Serialization;
using Sophia.Core.Metrics;

namespace Sophia.Core.Dashboard;

/// <summary>A metric's answer to a query.</summary>
public sealed record MetricResult
{
    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in a sentence.</summary>
    public required string Definition { get; init; }

    /// <summary>What it is counted in.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>The ISO 4217 code of an amount of money, else null.</summary>
    public string? Currency { get; init; }

    /// <summary>Which way it should move.</summary>
    public required GoodDirection GoodDirection { get; init; }

    /// <summary>The value over the range, or null where there is no data: never 0 for "unknown".</summary>
    public required decimal? Value { get; init; }

    /// <summary>Whether the value is withheld because fewer than five people are behind it, or because it would give such a value away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Suppressed { get; init; }

    /// <summary>The value over the compared range, or null where there is none.</summary>
    public decimal? Previous { get; init; }

    /// <summary>
    /// How the value moved against <see cref="Previous"/>: for ratios and plain numbers the difference (0.02 for two points), for all
    /// other units the relative change (0.02 for 2 %); null where either is unknown or nothing can be divided.
    /// </summary>
    public decimal? Change { get; init; }

    /// <summary>What the value is held against, in the order asked for; <see cref="Previous"/> and <see cref="Change"/> are the first.</summary>
    public IReadOnlyList<MetricComparison> Comparisons { get; init; } = [];

    /// <summary>The dimensions of the filters asked for that apply to the metric; by the others it is not filtered, since it has no such dimension.</summary>
    public IReadOnlyList<Dimension> Filters { get; init; } = [];

    /// <summary>How fresh the metric is: over the sources of its own facts.</summary>
    public FreshnessStatus Freshness { get; init; }

    /// <summary>The series.</summary>
    public required IReadOnlyList<MetricPoint> Points { get; init; }

    /// <summary>The split asked for: largest first, stages in pipeline order; null where none was asked for.</summary>
    public IReadOnlyList<MetricGroup>? Groups { get; init; }
}
