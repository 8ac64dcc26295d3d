namespace Sophia.Core.Predictions;

/// <summary>The body of <c>GET /api/v1/insights/findings</c>.</summary>
/// <param name="LookedAt">When the business was last looked through; null before the first time.</param>
/// <param name="Findings">What stands out, the surest first; empty where nothing does.</param>
public sealed record FindingsAnswer(DateTimeOffset? LookedAt, IReadOnlyList<FindingItem> Findings);
