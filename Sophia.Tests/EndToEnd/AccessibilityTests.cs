using Microsoft.Playwright;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class AccessibilityTests(SharedStack shared)
{
    [Fact]
    public async Task The_overview_has_no_serious_fault_at_any_width_in_either_theme()
    {
        var page = await LivePageTests.OpenLiveAsync(await shared.Stack);

        Assert.Empty(await Axe.FindEverywhereAsync(page));
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_past_the_navigation_and_finds_help()
    {
        var page = await LivePageTests.OpenLiveAsync(await shared.Stack);

        await page.FocusAsync("[data-skip]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#content:focus");

        await page.Keyboard.PressAsync("?");
        await page.WaitForSelectorAsync("[data-testid='shortcuts'][open]");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForSelectorAsync("[data-testid='shortcuts']:not([open])", new() { State = WaitForSelectorState.Attached });
        await page.Keyboard.PressAsync("p");
        await page.WaitForSelectorAsync("[data-testid='range-last-12-months']:focus");
    }

    [Fact]
    public async Task A_chart_has_its_figures_in_a_table()
    {
        var page = await LivePageTests.OpenLiveAsync(await shared.Stack, LivePageTests.PastDays);

        await page.ClickAsync("[data-testid='chart-pipeline'] [data-testid='show-table']");
        await page.WaitForSelectorAsync("[data-testid='chart-pipeline-table'] tfoot");

        var rows = await page.Locator("[data-testid='chart-pipeline-table'] tbody tr").AllInnerTextsAsync();
        var total = await page.InnerTextAsync("[data-testid='chart-pipeline-table'] tfoot .number >> nth=0");
        Assert.NotEmpty(rows);
        Assert.Equal(await page.InnerTextAsync("[data-testid='tile-pipeline.open'] [data-testid='tile-value']"), total);
    }
}
