using System.Globalization;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class RowsPageTests(SharedStack shared)
{
    [Fact]
    public async Task A_number_leads_to_its_rows_which_add_up_to_it_and_go_into_a_file()
    {
        var stack = await shared.Stack;
        var page = await LivePageTests.OpenLiveAsync(stack, LivePageTests.PastDays);
        var shown = await LivePageTests.ReadAsync(page);

        await page.FocusAsync("[data-testid='tile-revenue.won'] .value a");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-testid='rows-table']");

        Assert.Contains("metric=revenue.won", page.Url, StringComparison.Ordinal);
        var value = decimal.Parse((await page.GetAttributeAsync("[data-testid='rows-value']", "value"))!, CultureInfo.InvariantCulture);
        Assert.Equal(shown, Math.Round(value));
        Assert.Matches("^[0-9,]+ rows add up to exactly ", await page.InnerTextAsync("[data-testid='rows-proof']"));
        Assert.Empty(await Axe.FindAsync(page));

        using var web = new HttpClient { BaseAddress = stack.Web };
        var file = await web.GetStringAsync(await page.GetAttributeAsync("[data-testid='rows-export']", "href"), TestContext.Current.CancellationToken);
        var lines = file.Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Part,Id,Name,Day,Contribution", lines[0], StringComparison.Ordinal);
        Assert.Equal(value, lines.Skip(1).Sum(static line => decimal.Parse(line.Split(',')[4], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_region_is_in_the_address_and_survives_a_reload()
    {
        var page = await LivePageTests.OpenLiveAsync(await shared.Stack, LivePageTests.PastDays);
        var everywhere = await LivePageTests.ReadAsync(page);

        await page.ClickAsync("[data-testid='filter-region-open']");
        var region = await page.InnerTextAsync("[data-testid='filter-region'] a >> nth=1");
        await page.ClickAsync("[data-testid='filter-region'] a >> nth=1");
        var here = await Eventually.SeeAsync(() => LivePageTests.ReadAsync(page), value => value != everywhere, TimeSpan.FromSeconds(30));
        await page.ReloadAsync();

        Assert.EndsWith("region=" + Uri.EscapeDataString(region), page.Url, StringComparison.Ordinal);
        Assert.InRange(here, 1, everywhere - 1);
        Assert.Equal(here, await LivePageTests.ReadAsync(page));
    }
}
