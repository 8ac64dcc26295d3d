using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class PagesTests(SharedStack shared)
{
    [Fact]
    public async Task Every_place_of_the_navigation_exists_and_has_no_serious_fault_of_accessibility()
    {
        var page = await LivePageTests.OpenLiveAsync(await shared.Stack);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);

        foreach (var place in await page.Locator("nav .place").AllAsync())
        {
            await place.ClickAsync();
            var name = await place.Locator("span").InnerTextAsync();
            await page.WaitForSelectorAsync($"nav .place.active:has-text('{name}')");
            await page.WaitForSelectorAsync("main h1");
            await page.Locator("main [aria-busy='true']").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
            Assert.Empty((await page.Locator("[data-testid='failure'], [data-testid='missing'], [data-testid='broken']").AllInnerTextsAsync()).Select(text => $"{name}: {text}"));
            Assert.Empty((await Axe.FindAsync(page)).Select(fault => $"{name}: {fault}"));
        }

        Assert.Empty(errors);
    }
}
