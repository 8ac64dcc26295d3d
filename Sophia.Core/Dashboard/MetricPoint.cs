using System.Text.Json.Serialization;

namespace Sophia.Core.Dashboard;

/// <summary>One point of a series.</summary>
public sealed record MetricPoint
{
    /// <summary>The first day of the point that lies in the range asked for.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The value, or null where there is no data or the point lies in the future.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Whether the value is withheld because fewer than five people are behind it, or because it would give such a value away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Suppressed { get; init; }

    /// <summary>The value of the same point of the compared range, or null where there is none.</summary>
    public decimal? Previous { get; init; }
}
