using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Analytics.Discovery.Findings;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Dashboard;
using Sophia.Web.Live;

namespace Sophia.Tests.Web.Predictions;

[InLanguage("en")]
public sealed class OverviewForecastTests
{
    [Fact]
    public async Task The_revenue_chart_goes_on_with_what_is_expected_and_its_table_says_the_same()
    {
        var page = await RenderAsync(Forecast());

        Assert.Equal("Forecast by ETS, Theta with 95% band", page.Find("chart-sales-forecast").Words());
        var rows = page.Find("chart-sales-table").Rows();
        Assert.Equal(["Period", "Revenue", "Compared", "Expected"], rows[0]);
        Assert.Equal(["1 Nov–22 Nov 2026", "$48,324,129", "$43,000,011", "$5.0M ($4.0M to $6.0M)"], rows[12]);
        Assert.Equal(["Dec 2026", "—", "—", "$5.5M ($4.2M to $6.8M)"], rows[13]);
        Assert.Contains("the mean error was 25.0% smaller than that of repeating the past, and the band held 95.0% of them.",
            page.Find("chart-sales-forecast-why").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_forecast_was_declined_nothing_is_drawn_and_the_card_says_why()
    {
        var page = await RenderAsync(Forecast() with { Points = [], Models = [], Reason = "8 complete months are too few: 24 are needed." });

        Assert.False(page.Has("chart-sales-forecast"));
        Assert.Equal("Why is there no forecast? 8 complete months are too few: 24 are needed.", page.Find("chart-sales-forecast-why").Words());
        Assert.Equal(["Period", "Revenue", "Compared"], page.Find("chart-sales-table").Rows()[0]);
    }

    [Fact]
    public async Task A_region_shows_its_own_forecast_and_never_that_of_the_whole()
    {
        var emea = Forecast() with { Dimension = Dimension.Region, Member = "EMEA", Points = [new(new(2026, 11, 1), 3_000_000, 2_000_000, 4_000_000)] };
        MetricFilter[] filters = [new(Dimension.Region, ["EMEA"])];

        var own = await RenderAsync([emea], filters);
        var whole = await RenderAsync([Forecast()], filters);

        Assert.Equal("$3.0M ($2.0M to $4.0M)", own.Find("chart-sales-table").Rows()[12][^1]);
        Assert.False(whole.Has("chart-sales-forecast"));
        Assert.StartsWith("Why is there no forecast? No forecast has been made of this choice", whole.Find("chart-sales-forecast-why").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_out_says_how_much_and_leads_to_its_rows()
    {
        var page = await RenderAsync([], [], new(SampleFigures.Now, [Item(FindingKind.Part, "region: EMEA", 0.55), Item(FindingKind.LostCustomer, "4711", 0.08)]));

        var part = page.Find("finding-part");
        Assert.Equal("45.0% fewer wins than expected", part.QuerySelector(".effect")!.Words());
        Assert.Equal("/rows?metric=deals.winRate&from=2016-11-23&to=2026-11-22&filter=region:EMEA", Uri.UnescapeDataString(part.QuerySelector("a")!.GetAttribute("href")!));
        var lost = page.Find("finding-lostcustomer");
        Assert.Equal("8.0% of the revenue before", lost.QuerySelector(".effect")!.Words());
        Assert.Equal("/customers/hubspot/4711", lost.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Nothing_that_stands_out_is_said_and_differs_from_not_having_looked()
    {
        var none = await RenderAsync([], [], new(SampleFigures.Now, []));
        var never = await RenderAsync([], [], new(null, []));

        Assert.Contains("Nothing stands out beyond what chance explains, as of 14:32:05 UTC.", none.Find("findings").Words(), StringComparison.Ordinal);
        Assert.Contains("The business has not been looked through yet", never.Find("findings").Words(), StringComparison.Ordinal);
    }

    private static FindingItem Item(FindingKind kind, string subject, double effect) => new(
        new()
        {
            Kind = kind, Subject = subject, Statement = "It differs.", Effect = effect, Probability = 0.001, FalseShare = 0.01, Evidence = [new FactKey("hubspot", "1")],
        },
        SampleFigures.Now, SampleFigures.Now, IsCurrent: true);

    [Fact]
    public async Task Metrics_that_go_together_are_named_with_their_lag_and_how_closely()
    {
        var page = await RenderAsync([], [], null, [new(new("calls.held", "revenue.won", 2, -0.62, -0.79, -0.35, 47, 1e-5, 0.01), "They do.", SampleFigures.Now, "/api")]);

        Assert.Equal("Calls held, then Revenue 2 months later Correlation −0.62 (−0.79 to −0.35)", page.Find("correlations").Words());
    }

    private static MetricForecast Forecast() => new()
    {
        Metric = "revenue.won", Dimension = null, Member = null, MadeAt = SampleFigures.Now, Granularity = Granularity.Month, Periods = 40,
        Points = [new(new(2026, 11, 1), 5_000_000, 4_000_000, 6_000_000), new(new(2026, 12, 1), 5_500_000, 4_200_000, 6_800_000)],
        Level = 0.95,
        Models = [new("ETS", "ETS(A,N,A)", 0.7, 100), new("Theta", "Theta", 0.3, 120)],
        Reason = "The best of five.",
        BackTest = new() { Origins = 5, Steps = 20, MeanAbsoluteError = 75, Bias = 3, NaiveError = 100, ShareAbove = 0.05, ShareBelow = 0 },
    };

    private static Task<IDocument> RenderAsync(MetricForecast forecast) => RenderAsync([forecast], []);

    private static Task<IDocument> RenderAsync(IReadOnlyList<MetricForecast> forecasts, IReadOnlyList<MetricFilter> filters, FindingsAnswer? findings = null, IReadOnlyList<MetricCorrelation>? correlations = null) =>
        Rendered.AsAsync<DashboardBoard>(
            (nameof(DashboardBoard.View), SampleFigures.View()),
            (nameof(DashboardBoard.Outlook), new BoardOutlook(forecasts, findings, correlations ?? [])),
            (nameof(DashboardBoard.Filters), filters),
            (nameof(DashboardBoard.Live), new LiveStatus(LiveState.Connected, SampleFigures.Now)),
            (nameof(DashboardBoard.Moves), new Dictionary<string, int>(StringComparer.Ordinal)),
            (nameof(DashboardBoard.Now), SampleFigures.Now),
            (nameof(DashboardBoard.OnRetry), default(EventCallback)));
}
