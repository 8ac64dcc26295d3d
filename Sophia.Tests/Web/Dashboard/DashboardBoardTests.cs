using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using Sophia.Core.Dashboard;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Dashboard;
using Sophia.Web.Languages;
using Sophia.Web.Live;

namespace Sophia.Tests.Web.Dashboard;

[InLanguage("en")]
public sealed class DashboardBoardTests
{
    [Fact]
    public async Task A_tile_says_value_change_verdict_and_age()
    {
        var page = await RenderAsync(SampleFigures.View());

        var tile = Find(page, "tile-revenue.won");
        Assert.Equal("$48,324,118", Text(Find(tile, "tile-value")));
        Assert.Equal("▲12.4% more vs previous period", Text(Find(tile, "tile-change")));
        Assert.Equal("Better", Text(Find(tile, "tile-verdict")));
        Assert.Equal("Fresh, as of 14:32:03 UTC", Text(Find(tile, "tile-asof")));
        Assert.Equal("The value of deals won, on the day they were won.", Text(Find(tile, "tile-definition").QuerySelector("p")!));
    }

    [Fact]
    public async Task A_shorter_sales_cycle_is_better_although_it_fell()
    {
        var tile = Find(await RenderAsync(SampleFigures.View()), "tile-deals.salesCycle");

        Assert.Equal("▼1.9% shorter vs previous period", Text(Find(tile, "tile-change")));
        Assert.Equal("Better", Text(Find(tile, "tile-verdict")));
    }

    [Fact]
    public async Task A_metric_without_data_says_so_and_shows_no_zero()
    {
        var view = SampleFigures.View(SampleFigures.Figures(revenue: null), SampleFigures.Stages());

        var tile = Find(await RenderAsync(view), "tile-revenue.won");

        Assert.Equal("—no data", Text(Find(tile, "tile-value")));
        Assert.Equal("No data in this period", Text(Find(tile, "tile-change")));
        Assert.Empty(tile.QuerySelectorAll("data"));
    }

    [Fact]
    public async Task While_loading_the_page_has_its_outline_and_no_figure()
    {
        var page = await RenderAsync(view: null);

        Assert.Equal(OverviewBoard.Board.Tiles.Count, page.QuerySelectorAll("article").Length);
        Assert.Empty(page.QuerySelectorAll("[data-testid=tile-value]"));
        Assert.Equal("Revenue, loading", Text(Find(page, "tile-revenue.won").QuerySelector("h2")!));
    }

    [Fact]
    public async Task An_empty_sophia_says_how_far_the_first_load_is()
    {
        var freshness = SampleFigures.Of(new()
        {
            Source = "hubspot", Status = FreshnessStatus.Loading, CheckedAt = SampleFigures.Now, Loaded = 12_300, Total = 20_000, Error = null,
        });
        var nothing = SampleFigures.Answer(0, SampleFigures.Metric("revenue.won", null)) with { AsOf = null, Freshness = freshness };

        var page = await RenderAsync(SampleFigures.View(nothing, nothing));

        Assert.Equal("No data yet. The first load of HubSpot is at 12,300 of 20,000.", Text(Find(page, "notice-loading")));
        Assert.Equal("0.615", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Equal("No data yet", Text(Find(page, "chart-sales").QuerySelector(".empty")!));
    }

    [Fact]
    public async Task Figures_that_could_not_be_renewed_stay_and_offer_another_attempt()
    {
        var page = await RenderAsync(SampleFigures.View(), new DashboardFailure("Sophia's API cannot be reached.", IsAddress: false));

        var notice = Find(page, "notice-failed");
        Assert.Contains("Sophia's API cannot be reached. You see the figures as of 14:32:03 UTC.", Text(notice), StringComparison.Ordinal);
        Assert.Equal("Try again", Text(notice.QuerySelector("button")!));
        Assert.Equal("$48,324,118", Text(Find(Find(page, "tile-revenue.won"), "tile-value")));
    }

    [Fact]
    public async Task The_tables_hold_the_same_figures_as_the_charts()
    {
        var page = await RenderAsync(SampleFigures.View());

        var revenue = Rows(Find(page, "chart-sales-table"));
        Assert.Equal(["Dec 2025", "$48,324,118", "$43,000,000"], revenue[1]);
        Assert.Equal(["1 Nov–22 Nov 2026", "$48,324,129", "$43,000,011"], revenue[12]);
        Assert.Equal(["Whole period", "$48,324,118", "$43,000,000"], revenue[13]);
        Assert.Equal(
            [["Stage", "Open pipeline", "Open deals"], ["Qualified", "$30,000,000", "1,000"], ["Contract sent", "$11,085,708", "240"], ["All", "$41,085,708", "1,240"]],
            Rows(Find(page, "chart-pipeline-table")));
    }

    [Fact]
    public async Task Without_a_line_to_the_api_no_figure_calls_itself_fresh()
    {
        var page = await RenderAsync(SampleFigures.View(), live: new(LiveState.Reconnecting, SampleFigures.Now.AddMinutes(-2)));

        Assert.Equal("As of 14:32:03 UTC", Text(Find(Find(page, "tile-revenue.won"), "tile-asof")));
        Assert.StartsWith("Live updates have been interrupted for 2 minutes.", Text(Find(page, "notice-offline")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_about_too_few_people_is_withheld_and_says_why()
    {
        var figures = SampleFigures.Answer(7, SampleFigures.Metric("people.satisfaction", null) with { Suppressed = true });
        var departments = SampleFigures.Answer(7, SampleFigures.Metric("people.headcount", 20m) with
        {
            Groups =
            [
                new() { Key = "Sales", Value = 17m, Points = [] },
                new() { Key = "Finance", Value = null, Suppressed = true, Points = [] },
            ],
        });

        var page = await RenderAsync(new(new Dictionary<string, DashboardMetrics>(StringComparer.Ordinal)
        {
            ["figures"] = figures, ["departments"] = departments,
        }));

        var tile = Find(page, "tile-people.satisfaction");
        Assert.Equal("withheld", Text(Find(tile, "tile-value")));
        Assert.Equal("Fewer than five people are behind it", Text(Find(tile, "tile-change")));
        Assert.Equal(
            [["Department", "Headcount"], ["Sales", "17"], ["Finance", "withheld"], ["All", "20"]],
            Rows(Find(page, "chart-departments-table")));
    }

    [Fact]
    public async Task A_chart_that_could_not_be_had_says_so_and_leaves_the_others_alone()
    {
        var page = await RenderAsync(SampleFigures.View());

        Assert.StartsWith("These figures could not be loaded", Text(Find(Find(page, "chart-regions"), "chart-failed")), StringComparison.Ordinal);
        Assert.Equal("$48,324,118", Text(Find(Find(page, "tile-revenue.won"), "tile-value")));
    }

    [Fact]
    [InLanguage("de")]
    public async Task A_German_viewer_reads_texts_numbers_and_dates_in_German()
    {
        var tile = Find(await RenderAsync(SampleFigures.View()), "tile-revenue.won");

        Assert.Equal("Umsatz", Text(tile.QuerySelector("h2")!));
        Assert.Equal("48.324.118\u00a0$", Find(tile, "tile-value").TextContent);
        Assert.Equal("▲12,4 % mehr mit Vorzeitraum", Text(Find(tile, "tile-change")));
        Assert.Equal("Besser", Text(Find(tile, "tile-verdict")));
        Assert.Equal("Aktuell, Stand 14:32:03 UTC", Text(Find(tile, "tile-asof")));
    }

    private static async Task<IDocument> RenderAsync(DashboardView? view, DashboardFailure? failure = null, LiveStatus? live = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLanguages();
        services.AddSingleton<IJSRuntime>(new NoBrowser());
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<DashboardBoard>(
            ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(DashboardBoard.View)] = view,
                [nameof(DashboardBoard.Failure)] = failure,
                [nameof(DashboardBoard.Live)] = live ?? new LiveStatus(LiveState.Connected, SampleFigures.Now),
                [nameof(DashboardBoard.Moves)] = new Dictionary<string, int>(StringComparer.Ordinal),
                [nameof(DashboardBoard.Now)] = SampleFigures.Now,
                [nameof(DashboardBoard.OnRetry)] = EventCallback.Factory.Create(renderer, static () => { }),
            }))).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    private static IElement Find(IParentNode parent, string id) =>
        parent.QuerySelector($"[data-testid='{id}']") ?? throw new InvalidOperationException($"The page has no {id}.");

    private static string Text(INode element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[][] Rows(IElement table) =>
        [.. table.QuerySelectorAll("tr").Select(row => row.QuerySelectorAll("th, td").Select(Text).ToArray())];

    /// <summary>Prerendering has no browser; asking for one is a fault.</summary>
    private sealed class NoBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new InvalidOperationException(identifier);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            throw new InvalidOperationException(identifier);
    }
}
