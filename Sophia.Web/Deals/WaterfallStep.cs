using Sophia.Core.Analytics.Sales.Waterfall;
using Sophia.Web.Charts;

namespace Sophia.Web.Deals;

/// <summary>A step of the waterfall as it is drawn.</summary>
/// <param name="Key">What it is called in the page's texts.</param>
/// <param name="Amount">What it adds, negative where it takes away.</param>
/// <param name="Tone">How it is to be taken.</param>
/// <param name="IsLevel">Whether it is the start or the end instead of a change.</param>
internal sealed record WaterfallStep(string Key, decimal Amount, ChartTone Tone, bool IsLevel = false)
{
    /// <summary>All steps from start to end.</summary>
    public static WaterfallStep[] Of(PipelineWaterfall waterfall) =>
    [
        new("start", waterfall.Start, ChartTone.Plain, IsLevel: true),
        new("new", waterfall.New, ChartTone.Better),
        new("reopened", waterfall.Reopened, ChartTone.Better),
        new("pulledIn", waterfall.PulledIn, ChartTone.Better),
        new("raised", waterfall.Raised, ChartTone.Better),
        new("lowered", -waterfall.Lowered, ChartTone.Worse),
        new("pushedOut", -waterfall.PushedOut, ChartTone.Worse),
        // It leaves the pipeline, but as it should.
        new("won", -waterfall.Won, ChartTone.Better),
        new("lost", -waterfall.Lost, ChartTone.Worse),
        new("removed", -waterfall.Removed, ChartTone.Worse),
        new("end", waterfall.End, ChartTone.Plain, IsLevel: true),
    ];
}
