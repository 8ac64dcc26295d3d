namespace Sophia.Core.Predictions;

/// <summary>What is expected of one period.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Mean">The expected value, in the metric's unit.</param>
/// <param name="Lower">The lower end of the band.</param>
/// <param name="Upper">The upper end of the band.</param>
public sealed record ForecastPoint(DateOnly Start, decimal Mean, decimal Lower, decimal Upper);
