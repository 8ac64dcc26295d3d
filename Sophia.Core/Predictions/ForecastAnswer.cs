namespace Sophia.Core.Predictions;

/// <summary>The body of <c>GET /api/v1/forecasts</c>.</summary>
/// <param name="Forecasts">One for each metric and, where split, each member; empty before the first were made.</param>
public sealed record ForecastAnswer(IReadOnlyList<MetricForecast> Forecasts);
