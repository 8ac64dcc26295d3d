using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Metrics;

namespace Sophia.Core.Predictions;

/// <summary>What is expected of a metric in the periods to come, or why nothing is.</summary>
public sealed record MetricForecast
{
    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>What the member belongs to, or null for the whole.</summary>
    public required Dimension? Dimension { get; init; }

    /// <summary>The dimension's value, or null for the whole.</summary>
    public required string? Member { get; init; }

    /// <summary>When it was made; it knows nothing later.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>How long the periods are.</summary>
    public required Granularity Granularity { get; init; }

    /// <summary>How many complete periods it rests on.</summary>
    public required int Periods { get; init; }

    /// <summary>The expected periods, the running one first; empty where it was declined.</summary>
    public required IReadOnlyList<ForecastPoint> Points { get; init; }

    /// <summary>The share of outcomes that the band is meant to hold, 0 to 1.</summary>
    public double? Level { get; init; }

    /// <summary>The models that took part, the weightiest first.</summary>
    public IReadOnlyList<ModelShare> Models { get; init; } = [];

    /// <summary>Why these models, or why none.</summary>
    public required string Reason { get; init; }

    /// <summary>How good the same procedure has been on this metric's past; null where the past is too short to tell.</summary>
    public BackTest? BackTest { get; init; }
}
