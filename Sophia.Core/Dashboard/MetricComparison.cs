using System.Text.Json.Serialization;
using Sophia.Core.Metrics;

namespace Sophia.Core.Dashboard;

/// <summary>What a metric's value is held against.</summary>
public sealed record MetricComparison
{
    /// <summary>How the compared range lies to the range.</summary>
    public required Comparison Compare { get; init; }

    /// <summary>The value over the compared range, or null where there is no data.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Whether that value is withheld because of the few people behind it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Suppressed { get; init; }

    /// <summary>How the metric's value moved against it, as <see cref="MetricResult.Change"/>.</summary>
    public required decimal? Change { get; init; }
}
