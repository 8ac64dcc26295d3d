using Sophia.Core.Predictions;

namespace Sophia.Web.Deals;

/// <summary>What the page of deals shows.</summary>
/// <param name="Deals">The open deals, the largest first.</param>
/// <param name="HasMore">Whether there are more of them.</param>
/// <param name="Quarter">What the running quarter will have brought, or null where that could not be had.</param>
/// <param name="Pipeline">How the pipeline moved, whether it is enough and how long deals take.</param>
/// <param name="Warnings">Which warnings are switched on; none where that could not be had.</param>
/// <param name="Regions">The regions that can be kept to.</param>
public sealed record DealsView(IReadOnlyList<DealOutlook> Deals, bool HasMore, QuarterAnswer? Quarter, PipelineView Pipeline, IReadOnlyList<DealWarningSetting> Warnings, IReadOnlyList<string> Regions);
