using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Sales.History;

/// <summary>A deal's stay in a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="EnteredAt">When it came.</param>
/// <param name="LeftAt">When it went on; null while it is there.</param>
public sealed record StageVisit(DealStage Stage, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt);
