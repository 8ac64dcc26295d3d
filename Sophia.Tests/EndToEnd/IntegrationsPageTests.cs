using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class IntegrationsPageTests(SharedStack shared)
{
    [Fact]
    public async Task A_system_says_what_it_holds_and_is_read_now_when_asked()
    {
        var stack = await shared.Stack;
        var page = await Browser.OpenPageAsync();
        await page.GotoAsync(new Uri(stack.Web, "/integrations").ToString());
        var hubSpot = page.Locator("[data-testid='integration-hubspot']");
        await hubSpot.Locator("[data-testid='integration-status']:has-text('Fresh')").WaitForAsync();
        Assert.Contains("Deals", await hubSpot.InnerTextAsync(), StringComparison.Ordinal);
        await hubSpot.Locator("[data-testid='sync']:enabled").ClickAsync();
        await hubSpot.Locator("footer [role='status']:has-text('Synced')").WaitForAsync();
        Assert.Empty(await Axe.FindAsync(page));
    }
}
