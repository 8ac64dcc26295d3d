using Sophia.Core.Analytics.Sales.Waterfall;

namespace Sophia.Data.Predictions;

/// <summary>The deals at two moments. Deals that were closed at both are left out: they were in no pipeline.</summary>
/// <param name="Start">As they were known at the first.</param>
/// <param name="End">As they were known at the second.</param>
/// <param name="OpenAtStart">How many were open at the first.</param>
/// <param name="FirstHeardLater">How many of these Sophia first heard of after it.</param>
public sealed record PipelineState(IReadOnlyList<PipelineDeal> Start, IReadOnlyList<PipelineDeal> End, int OpenAtStart, int FirstHeardLater);
