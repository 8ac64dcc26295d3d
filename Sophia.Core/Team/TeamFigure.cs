using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Team;

/// <summary>A metric of people, for the company or for one department.</summary>
public sealed record TeamFigure
{
    /// <summary>The value over the range, or null where there is no data or where it is withheld.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Whether the value is withheld because fewer than five people are behind it, or because it would give such a value away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Suppressed { get; init; }

    /// <summary>The value over the compared range, or null where there is none.</summary>
    public required decimal? Previous { get; init; }

    /// <summary>The history, oldest first.</summary>
    public required IReadOnlyList<MetricPoint> History { get; init; }
}
