using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class LanguageTests(SharedStack shared)
{
    [Fact]
    public async Task The_page_speaks_the_browsers_language_until_the_viewer_chooses_another()
    {
        var stack = await shared.Stack;
        var page = await Browser.OpenPageAsync(locale: "de-AT");
        await page.GotoAsync(new Uri(stack.Web, "/?range=this-year").ToString());
        await page.WaitForSelectorAsync("[data-testid='live-status'][data-state='connected']");
        Assert.Equal(("Geschäftsüberblick", "de"), (await page.InnerTextAsync("h1"), await page.GetAttributeAsync("html", "lang")));
        // Written by the circuit and not only by the first answer.
        await page.ClickAsync("[data-testid='range-this-month']");
        await page.WaitForSelectorAsync("[data-testid='range-this-month'][aria-current='true']");
        Assert.Equal("Umsatz", await page.InnerTextAsync("[data-testid='tile-revenue.won'] h2"));

        await page.ClickAsync("[data-testid='preferences-open']");
        await page.SelectOptionAsync("[data-testid='language-switch']", "en");
        await page.WaitForSelectorAsync("html[lang='en'] h1:has-text('Business overview')");

        Assert.EndsWith("range=this-month", page.Url, StringComparison.Ordinal);
        Assert.Equal("Revenue", await page.InnerTextAsync("[data-testid='tile-revenue.won'] h2"));
        await page.ReloadAsync();
        Assert.Equal("Business overview", await page.InnerTextAsync("h1"));
    }
}
