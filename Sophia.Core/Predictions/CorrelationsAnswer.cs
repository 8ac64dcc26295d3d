namespace Sophia.Core.Predictions;

/// <summary>Which metrics go before others: the body of <c>GET /api/v1/insights/correlations</c>.</summary>
/// <param name="LookedAt">When the metrics were last compared; null before the first time.</param>
/// <param name="Procedure">The version of the procedure.</param>
/// <param name="Compared">How many metrics had enough months to be compared.</param>
/// <param name="Correlations">The surest first; empty where chance explains all.</param>
public sealed record CorrelationsAnswer(DateTimeOffset? LookedAt, string Procedure, int Compared, IReadOnlyList<MetricCorrelation> Correlations);
