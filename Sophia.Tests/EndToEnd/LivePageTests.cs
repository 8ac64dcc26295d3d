using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class LivePageTests(SharedStack shared)
{
    private const string Revenue = "[data-testid='tile-revenue.won'] [data-testid='tile-value']";
    private const decimal Amount = 123_456m;
    private static readonly TimeSpan s_promised = TimeSpan.FromSeconds(2);

    // Far beyond the promise, for a machine that has other things to do.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Days that are over, as an address says them: nothing that another test does today is among them.</summary>
    internal static string PastDays
    {
        get
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            return string.Create(CultureInfo.InvariantCulture, $"from={today.AddDays(-330):yyyy-MM-dd}&to={today.AddDays(-150):yyyy-MM-dd}");
        }
    }

    [Fact]
    public async Task A_deal_won_in_the_source_shows_in_the_revenue_tile_within_two_seconds_without_reload()
    {
        var stack = await shared.Stack;
        var page = await OpenLiveAsync(stack);
        await page.EvaluateAsync("window.neverReloaded = true");

        // The machine may be busy with other tests for a moment: the promise is measured up to three times.
        var took = await MeasureAsync(stack, page);
        for (var again = 2; took > s_promised && again > 0; again--)
        {
            took = await MeasureAsync(stack, page);
        }

        Assert.InRange(took, TimeSpan.Zero, s_promised);
        Assert.True(await page.EvaluateAsync<bool>("window.neverReloaded === true"));
    }

    /// <summary>From a deal's win in the source to its amount in the tile.</summary>
    private static async Task<TimeSpan> MeasureAsync(RunningStack stack, IPage page)
    {
        var deal = await stack.OpenDealAsync(Amount);
        var before = await ReadAsync(page);
        var won = Stopwatch.GetTimestamp();
        await stack.WinDealAsync(deal);
        var after = await Eventually.SeeAsync(() => ReadAsync(page), value => value != before, s_patience);
        var took = Stopwatch.GetElapsedTime(won);
        Assert.Equal(Amount, after - before);
        return took;
    }

    [Fact]
    public async Task Page_and_API_say_the_same()
    {
        var stack = await shared.Stack;
        var page = await OpenLiveAsync(stack, PastDays);

        var shown = await ReadAsync(page);
        var answered = await stack.ReadMetricsAsync("metrics=revenue.won&" + PastDays);

        Assert.Equal(Math.Round(answered.Metrics[0].Value!.Value), shown);
    }

    [Fact]
    public async Task The_period_is_in_the_address_and_survives_a_reload()
    {
        var stack = await shared.Stack;
        var page = await OpenLiveAsync(stack);
        var twelveMonths = await ReadAsync(page);

        // On the first of a month nothing may have been won in it yet.
        await page.ClickAsync("[data-testid='range-last-3-months']");
        var threeMonths = await Eventually.SeeAsync(() => ReadAsync(page), value => value != twelveMonths, s_patience);
        var address = page.Url;
        await page.ReloadAsync();

        Assert.EndsWith("range=last-3-months", address, StringComparison.Ordinal);
        Assert.Equal(address, page.Url);
        Assert.Equal(threeMonths, await ReadAsync(page));
    }

    [Fact]
    public async Task The_page_runs_without_an_error_on_the_browsers_console()
    {
        var stack = await shared.Stack;
        var page = await Browser.OpenPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (string.Equals(message.Type, "error", StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync(stack.Web.ToString());
        await WaitUntilLiveAsync(page);
        await page.WaitForSelectorAsync("[data-testid='chart-sales'] svg, [data-testid='chart-sales'] canvas");

        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_link_that_is_pressed_before_the_circuit_stands_is_followed_by_the_browser_itself()
    {
        var stack = await shared.Stack;
        var page = await Browser.OpenPageAsync();
        // The circuit is asked for and does not come.
        await page.RouteAsync("**/_blazor/negotiate**", static _ => Task.CompletedTask);
        await page.GotoAsync(stack.Web.ToString());
        await page.WaitForSelectorAsync("[data-circuit='waiting']");
        await page.EvaluateAsync("window.isOverview = true");

        await page.ClickAsync("nav .place[href$='deals']");

        await page.WaitForURLAsync("**/deals");
        await page.WaitForSelectorAsync("nav .place.active[href$='deals']");
        Assert.False(await page.EvaluateAsync<bool>("'isOverview' in window"));
    }

    /// <summary>Opens the overview of the usual period, or of what an address asks for, and waits until it is live.</summary>
    internal static async Task<IPage> OpenLiveAsync(RunningStack stack, string query = "")
    {
        var page = await Browser.OpenPageAsync();
        await page.GotoAsync(new Uri(stack.Web, "/?" + query).ToString());
        await WaitUntilLiveAsync(page);
        return page;
    }

    internal static async Task<decimal> ReadAsync(IPage page) => decimal.Parse(
        await page.InnerTextAsync(Revenue), NumberStyles.Currency, CultureInfo.GetCultureInfo("en-US"));

    private static async Task WaitUntilLiveAsync(IPage page) =>
        await page.WaitForSelectorAsync("[data-testid='live-status'][data-state='connected']");
}
