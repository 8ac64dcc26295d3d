using System.Net.Http.Json;
using Microsoft.Playwright;
using Sophia.Core.Alerts;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class AlertsPageTests(SharedStack shared)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_that_somebody_writes_alerts_live_and_is_taken_care_of_and_muted()
    {
        var stack = await shared.Stack;
        var overview = await Browser.OpenPageAsync(locale: "de-DE");
        await overview.GotoAsync(stack.Web.ToString());
        await overview.WaitForSelectorAsync("[data-testid='live-status'][data-state='connected']");
        await overview.EvaluateAsync("window.neverReloaded = true");
        var page = await Browser.OpenPageAsync();
        var name = "Somebody is content " + Guid.NewGuid().ToString("N")[..6];

        await page.GotoAsync(new Uri(stack.Web, "/alerts/rules/new").ToString());
        await page.Locator("[data-testid='rule-name']").FillAsync(name);
        await page.Locator("[data-testid='rule-metric']").SelectOptionAsync("people.satisfaction");
        await page.Locator("[data-testid='rule-condition']").SelectOptionAsync("Above");
        await page.Locator("[data-testid='rule-threshold']").FillAsync("nothing");
        await page.Locator("[data-testid='rule-save']").ClickAsync();
        Assert.Equal("'nothing' is no number.", await page.Locator("[data-testid='field-error']").InnerTextAsync());
        Assert.Equal(name, await page.Locator("[data-testid='rule-name']").InputValueAsync());
        await page.Locator("[data-testid='rule-threshold']").FillAsync("0");
        await page.Locator("[data-testid='rule-pending']").FillAsync("-1");
        await page.Locator("[data-testid='rule-save']").ClickAsync();
        await page.Locator("[data-testid='field-error']:has-text('Expected 0 to 10080.')").WaitForAsync();
        Assert.Empty(await Axe.FindAsync(page));
        await page.Locator("[data-testid='rule-pending']").FillAsync("0");
        await page.Locator("[data-testid='rule-period']").SelectOptionAsync("Last12Months");
        await page.Locator("[data-testid='rule-severity']").SelectOptionAsync("Critical");
        await page.Locator("[data-testid='rule-save']").ClickAsync();
        await page.Locator($"[data-testid='rule']:has-text('{name}')").WaitForAsync();
        try
        {
            // It appears by itself in the line on the overview, and leads to its own page.
            await overview.Locator($"[data-testid='strip-alert']:has-text('{name}'):has-text('Kritisch')").WaitForAsync();
            await overview.Locator("[data-testid='alert-count']").WaitForAsync();
            Assert.True(await overview.EvaluateAsync<bool>("window.neverReloaded"));

            await page.GotoAsync(new Uri(stack.Web, "/alerts?metric=people.satisfaction").ToString());
            var card = page.Locator($"[data-testid='alert']:has-text('{name}')");
            Assert.Equal("Critical", await card.Locator("[data-testid='alert-severity']").InnerTextAsync());
            Assert.Equal("at most 0.00", await card.Locator("[data-testid='alert-limit']").InnerTextAsync());
            await card.Locator("[data-testid='acknowledge']").ClickAsync();
            await card.Locator("[data-testid='acknowledge-name']").FillAsync("Ann Lee");
            await card.Locator("[data-testid='acknowledge-send']").ClickAsync();
            await card.Locator("[data-testid='alert-care']:has-text('Ann Lee')").WaitForAsync();
            Assert.Equal("Ann Lee", await page.EvaluateAsync<string>("localStorage.getItem('name')"));

            await card.Locator("[data-testid='mute']").ClickAsync();
            await card.Locator("[data-testid='mute-reason']").FillAsync("Known");
            await card.Locator("[data-testid='mute-send']").ClickAsync();
            await card.Locator("[data-testid='alert-muted']").WaitForAsync();
            Assert.Empty(await Axe.FindAsync(page));
            // Nobody wants to hear of it any more.
            await overview.Locator($"[data-testid='strip-alert']:has-text('{name}')").WaitForAsync(new() { State = WaitForSelectorState.Detached });

            await page.GotoAsync(new Uri(stack.Web, "/alerts/mutes").ToString());
            var mute = page.Locator("[data-testid='muted']:has-text('Known')");
            Assert.StartsWith("Satisfaction", await mute.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Empty(await Axe.FindAsync(page));
            await mute.Locator("[data-testid='mute-end']").ClickAsync();
            await mute.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        finally
        {
            await DeleteAsync(stack, name);
        }

        await page.GotoAsync(new Uri(stack.Web, "/alerts?state=resolved&metric=people.satisfaction").ToString());
        await page.Locator($"[data-testid='alert']:has-text('{name}') h2 a").ClickAsync();
        await page.Locator("[data-testid='alert-history'] li:has-text('Acknowledged by Ann Lee')").WaitForAsync();
        Assert.Empty(await Axe.FindAsync(page));
    }

    [Theory]
    [InlineData("/alerts", "[data-testid='alerts']")]
    [InlineData("/alerts/rules", "[data-testid='rules']")]
    [InlineData("/alerts/rules/new", "[data-testid='rule-form'] fieldset:enabled")]
    [InlineData("/alerts/expected", "[data-testid='expected-metrics']")]
    [InlineData("/alerts/mutes", "[data-testid='mute-add'] fieldset:enabled")]
    public async Task A_page_of_alerts_has_no_serious_fault_at_any_width_in_either_theme(string path, string content)
    {
        var stack = await shared.Stack;
        var page = await Browser.OpenPageAsync();
        await page.GotoAsync(new Uri(stack.Web, path).ToString());
        await page.Locator(content).WaitForAsync(new() { State = WaitForSelectorState.Attached });

        Assert.Empty(await Axe.FindEverywhereAsync(page));
    }

    private static async Task DeleteAsync(RunningStack stack, string name)
    {
        var rules = await stack.Api.GetFromJsonAsync("/api/v1/alerts/rules?limit=200", AlertsJson.Default.PageMetricRule, Cancelled);
        foreach (var rule in rules!.Items.Where(rule => rule.Name == name))
        {
            using var deleted = await stack.Api.DeleteAsync($"/api/v1/alerts/rules/{rule.Id}", Cancelled);
        }

        await Eventually.SeeAsync(
            () => stack.Api.GetFromJsonAsync("/api/v1/alerts?metric=people.satisfaction", AlertsJson.Default.PageAlert, Cancelled),
            open => open!.Items.All(alert => alert.Name != name),
            TimeSpan.FromSeconds(30));
    }
}
