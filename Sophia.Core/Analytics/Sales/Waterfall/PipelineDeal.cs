using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Sales.Waterfall;

/// <summary>A deal as it was known at a moment.</summary>
/// <param name="Key">The deal.</param>
/// <param name="Amount">In the organisation's currency; null where nobody had estimated it.</param>
/// <param name="ClosesAt">When it closed or was promised to close; null without a date.</param>
/// <param name="Outcome">How it stood.</param>
public sealed record PipelineDeal(FactKey Key, decimal? Amount, DateTimeOffset? ClosesAt, DealOutcome Outcome);
