using AngleSharp.Dom;
using Sophia.Core.Analytics.Sales.QuarterEnd;
using Sophia.Core.Analytics.Sales.Waterfall;
using Sophia.Core.Dashboard;
using Sophia.Core.Predictions;
using Sophia.Tests.Web.Languages;
using Sophia.Tests.Web.Predictions;
using Sophia.Web.Deals;

namespace Sophia.Tests.Web.Deals;

[InLanguage("en")]
public sealed class PipelineCardTests
{
    private static readonly Freshness s_fresh = new() { Status = FreshnessStatus.Fresh, Sources = [] };

    [Fact]
    public async Task The_table_leads_from_start_to_end_and_says_what_is_not_known()
    {
        var page = await RenderAsync(new(Waterfall(), null, null));

        Assert.Equal(
            [
                ["Step", "Amount"], ["At the start", "$1,000"], ["New deals", "+$500"], ["Reopened", "$0"], ["Pulled in", "+$50"], ["Values raised", "$0"],
                ["Values lowered", "−$10"], ["Pushed out", "−$40"], ["Won", "−$300"], ["Lost", "−$200"], ["Deleted in the source", "$0"], ["Open now", "$1,000"],
            ],
            page.Find("waterfall-table").Rows());
        Assert.Contains("Of 12 deals open at the start, Sophia heard of 7 only later", page.Find("waterfall").Words(), StringComparison.Ordinal);
        Assert.Equal("/deals?whole=true", page.Find("waterfall-all").GetAttribute("href"));
    }

    [Fact]
    public async Task Coverage_says_how_much_there_is_how_much_is_needed_and_whether_that_is_enough()
    {
        var page = await RenderAsync(new(null, Coverage(), null));

        Assert.Equal(
            [
                "$600", "to equal Q4 2025 with $1,000", "$1,500", "2.5 times", "Too little",
                "4.0 times are needed: of $4,000 closed in the year before, $1,000 was won",
            ],
            page.Find("coverage").QuerySelectorAll("dd").Select(static said => said.Words()),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Without_a_target_nothing_is_said_of_coverage()
    {
        var page = await RenderAsync(new(null, Coverage() with { Target = null, Coverage = null }, null));

        Assert.False(page.Has("coverage"));
        Assert.StartsWith("Nothing was won in the same quarter", page.Find("coverage-none").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_long_deals_take_stands_by_segment_and_what_was_never_seen_is_a_dash()
    {
        var page = await RenderAsync(new(null, null, new(SampleFigures.Now, [new(null, 90, 60, [new(0.25, 20), new(0.5, 41.25), new(0.75, 70), new(0.9, null)])])));

        Assert.Equal(["All deals", "41", "20 to 70", "—", "90"], page.Find("cycle-table").Rows()[1]);
    }

    private static WaterfallAnswer Waterfall() => new()
    {
        From = new(2026, 10, 1), To = new(2026, 12, 31), Scope = WaterfallScope.Period, Filters = [], Currency = "USD", AsOf = SampleFigures.Now, Freshness = s_fresh,
        Waterfall = new PipelineWaterfall
        {
            Start = 1_000, New = 500, Reopened = 0, PulledIn = 50, Raised = 0, Lowered = 10, PushedOut = 40, Won = 300, Lost = 200, Removed = 0, End = 1_000,
        },
        OpenAtStart = 12, FirstHeardLater = 7,
    };

    private static CoverageAnswer Coverage() => new()
    {
        From = new(2026, 10, 1), To = new(2026, 12, 31), Filters = [], Currency = "USD", AsOf = SampleFigures.Now, Freshness = s_fresh,
        Target = 1_000, TargetIsGiven = false, Won = 400, ValueWon = 1_000, ValueClosed = 4_000,
        Coverage = PipelineCoverage.Of(1_000, 400, 1_500, 1_000, 4_000),
    };

    private static Task<IDocument> RenderAsync(PipelineView view) => Rendered.AsAsync<PipelineCard>(
        (nameof(PipelineCard.Pipeline), view),
        (nameof(PipelineCard.AddressOf), (Func<bool, string>)(static whole => whole ? "/deals?whole=true" : "/deals")));
}
