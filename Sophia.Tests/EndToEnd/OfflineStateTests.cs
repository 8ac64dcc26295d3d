using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class OfflineStateTests(SharedStack shared)
{
    [Fact]
    public async Task The_last_good_state_is_read_offline_and_says_its_age()
    {
        var page = await LivePageTests.OpenLiveAsync(await shared.Stack, LivePageTests.PastDays);
        var seen = await LivePageTests.ReadAsync(page);
        await page.WaitForSelectorAsync("html[data-kept]");

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();

        Assert.Matches("^Sophia cannot be reached\\. These figures were saved on .+ \\(\\d+ seconds? ago\\)\\. They may have changed since\\.",
            await page.InnerTextAsync("[data-testid='offline-banner']"));
        Assert.Equal(seen, await LivePageTests.ReadAsync(page));
        Assert.StartsWith("As of", await page.InnerTextAsync("[data-testid='tile-revenue.won'] [data-testid='tile-asof']"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[data-testid='live-status']").CountAsync());
        Assert.Empty(await Axe.FindAsync(page));

        await page.Context.SetOfflineAsync(false);
        await page.WaitForSelectorAsync("[data-testid='live-status'][data-state='connected']");
    }

    [Fact]
    public async Task The_page_can_be_installed()
    {
        var stack = await shared.Stack;
        using var web = new HttpClient { BaseAddress = stack.Web };
        var cancelled = TestContext.Current.CancellationToken;

        using var manifest = System.Text.Json.JsonDocument.Parse(await web.GetStringAsync("/manifest.webmanifest", cancelled));

        Assert.Equal("standalone", manifest.RootElement.GetProperty("display").GetString());
        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
        {
            using var answer = await web.GetAsync(icon.GetProperty("src").GetString(), cancelled);
            Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        }
    }
}
