using System.Text.Json.Serialization;

namespace Sophia.Core.Dashboard;

/// <summary>A metric for one value of the dimension that it is split by.</summary>
public sealed record MetricGroup
{
    /// <summary>The dimension's value, or null for rows of which the source does not say it.</summary>
    public required string? Key { get; init; }

    /// <summary>The value over the range, or null where there is no data.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Whether the value is withheld because fewer than five people are behind it, or because it would give such a value away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Suppressed { get; init; }

    /// <summary>The value over the compared range, or null where there is none.</summary>
    public decimal? Previous { get; init; }

    /// <summary>The series.</summary>
    public required IReadOnlyList<MetricPoint> Points { get; init; }
}
