using Microsoft.Playwright;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class PredictionPagesTests(SharedStack shared)
{
    [Theory]
    [InlineData("/deals", "deals-table")]
    [InlineData("/customers", "customers-table")]
    [InlineData("/predictions", "quality-deals-measures")]
    public async Task A_page_of_predictions_has_no_serious_fault_at_any_width_in_either_theme(string path, string content)
    {
        var page = await OpenAsync(path, content);

        Assert.Empty(await Axe.FindEverywhereAsync(page));
    }

    [Fact]
    public async Task A_deal_opens_into_reasons_that_lead_to_its_chance()
    {
        var page = await OpenAsync("/deals", "deals-table", " .chance");

        // The largest may be one that another test is about to win.
        await page.ClickAsync("[data-testid='deals-table'] tbody tr:has(.chance) >> nth=20 >> th a");
        await page.WaitForSelectorAsync("[data-testid='deal-reasons']");

        var told = await page.Locator("[data-testid='deal-facts'] dd, [data-testid='deal-reasons-total']").AllInnerTextsAsync();
        Assert.Equal(told[1], told[^1]);
        Assert.Empty(await Axe.FindAsync(page));
    }

    /// <summary>Opens a page once the analyses have said something: they begin when all systems have been read.</summary>
    private async Task<IPage> OpenAsync(string path, string content, string inside = "")
    {
        var stack = await shared.Stack;
        var page = await Browser.OpenPageAsync();
        await Eventually.SeeAsync(
            async () =>
            {
                await page.GotoAsync(new Uri(stack.Web, path).ToString());
                return await page.Locator($"[data-testid='{content}']{inside}").CountAsync();
            },
            static count => count > 0,
            TimeSpan.FromSeconds(60));
        return page;
    }
}
