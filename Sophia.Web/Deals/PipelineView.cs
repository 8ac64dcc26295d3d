using Sophia.Core.Predictions;

namespace Sophia.Web.Deals;

/// <summary>What is shown of the pipeline; what could not be had is null.</summary>
/// <param name="Waterfall">How it moved.</param>
/// <param name="Coverage">Whether it is enough.</param>
/// <param name="Cycle">How long deals take.</param>
public sealed record PipelineView(WaterfallAnswer? Waterfall, CoverageAnswer? Coverage, CycleAnswer? Cycle);
