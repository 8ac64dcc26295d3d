using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class LivePageTests(SharedStack shared)
{
    private const string Revenue = "[data-testid='tile-revenue.won'] [data-testid='tile-value']";

    [Fact]
    public async Task A_deal_won_in_the_source_shows_in_the_revenue_tile_within_two_seconds_without_reload()
    {
        var stack = await shared.Stack;
        var deal = await stack.OpenDealAsync(123_456m);
        var page = await OpenLiveAsync(stack);
        await page.EvaluateAsync("window.neverReloaded = true");
        var before = await ReadAsync(page);

        var won = Stopwatch.GetTimestamp();
        await stack.WinDealAsync(deal);
        var after = await Eventually.SeeAsync(() => ReadAsync(page), value => value != before, TimeSpan.FromSeconds(2));

        Assert.Equal(123_456m, after - before);
        Assert.InRange(Stopwatch.GetElapsedTime(won), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.True(await page.EvaluateAsync<bool>("window.neverReloaded === true"));
    }

    [Fact]
    public async Task Page_and_API_say_the_same()
    {
        var stack = await shared.Stack;
        var page = await OpenLiveAsync(stack);

        var shown = await ReadAsync(page);
        var answered = await stack.ReadMetricsAsync("metrics=revenue.won");

        Assert.Equal(Math.Round(answered.Metrics[0].Value!.Value), shown);
    }

    [Fact]
    public async Task The_period_is_in_the_address_and_survives_a_reload()
    {
        var stack = await shared.Stack;
        var page = await OpenLiveAsync(stack);
        var twelveMonths = await ReadAsync(page);

        await page.ClickAsync("[data-testid='range-this-month']");
        var thisMonth = await Eventually.SeeAsync(() => ReadAsync(page), value => value != twelveMonths, TimeSpan.FromSeconds(5));
        var address = page.Url;
        await page.ReloadAsync();

        Assert.EndsWith("range=this-month", address, StringComparison.Ordinal);
        Assert.Equal(address, page.Url);
        Assert.Equal(thisMonth, await ReadAsync(page));
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

    internal static async Task<IPage> OpenLiveAsync(RunningStack stack)
    {
        var page = await Browser.OpenPageAsync();
        await page.GotoAsync(stack.Web.ToString());
        await WaitUntilLiveAsync(page);
        return page;
    }

    internal static async Task<decimal> ReadAsync(IPage page) => decimal.Parse(
        await page.InnerTextAsync(Revenue), NumberStyles.Currency, CultureInfo.GetCultureInfo("en-US"));

    private static async Task WaitUntilLiveAsync(IPage page) =>
        await page.WaitForSelectorAsync("[data-testid='live-status'][data-state='connected']");
}
