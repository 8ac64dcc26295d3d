using Sophia.Core.Analytics.Sales.Survival;

namespace Sophia.Core.Predictions;

/// <summary>How long deals take: the body of <c>GET /api/v1/sales/cycle</c>.</summary>
/// <param name="MadeAt">When it was computed; null before the first time.</param>
/// <param name="Cycles">All deals together, then the market segments by name; empty where fewer than 30 deals have ended.</param>
public sealed record CycleAnswer(DateTimeOffset? MadeAt, IReadOnlyList<SegmentCycle> Cycles);
