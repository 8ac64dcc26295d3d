using System.Diagnostics;
using Microsoft.Playwright;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Dashboard;

public sealed class PageTests(DashboardFixture fixture) : IClassFixture<DashboardFixture>
{
    private static readonly int[] s_widths = [375, 820, 1440];
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(1);

    // Each page with what shows that it has drawn its data.
    private static readonly (string Path, string Drawn)[] s_pages =
    [
        ("/?resource=script", "[data-testid='resource-details'] dl.variables"),
        ("/?view=graph", "[data-testid='resource-graph'] a"),
        ("/console", "[data-testid='console-lines'] .line"),
        ("/overview?service=web", "[data-testid='heat-map'] svg"),
        ("/overview?view=map", "[data-testid='service-map'] a"),
        ("/logs", "[data-testid='logs'] td"),
        ("/traces", "[data-testid='traces'] td"),
        ($"/traces/{SampleTelemetry.FailedTrace}?span=c7ad6b7169203332", "[data-testid='span-details']"),
        ("/metrics?resource=api&meter=Sophia.Sample&instrument=http.server.request.duration", "[data-testid='metric-chart'] svg"),
        ("/boards", "[data-testid='empty']"),
        ("/errors", "[data-testid='errors'] td"),
        ("/slos", "[data-testid='new-slo']"),
        ("/agents/conversation-1", "[data-testid='turns'] li"),
        ("/timeline", "[data-testid='timeline'] td"),
        ("/search?q=deals", "[data-testid='hits-Span']"),
        ("/data", "[data-testid='limits'] td"),
    ];

    [Fact]
    public async Task No_page_has_a_serious_fault_or_is_too_wide_at_three_widths_in_both_themes()
    {
        var faults = new List<string>();
        foreach (var (path, drawn) in s_pages)
        {
            var page = await fixture.Dashboard.OpenAsync(path);
            page.PageError += (_, error) => faults.Add($"{path}: {error}");
            await page.WaitForSelectorAsync(drawn);
            faults.AddRange((await Axe.FindEverywhereAsync(page, s_widths)).Select(fault => $"{path}: {fault}"));
            await page.CloseAsync();
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_failing_request_of_the_web_app_is_found_from_the_error_list_to_its_guilty_span_in_two_clicks()
    {
        var web = await fixture.Dashboard.StartWebWithoutApiAsync();
        using var http = new HttpClient();
        await http.GetStringAsync(web, TestContext.Current.CancellationToken);
        var page = await fixture.Dashboard.OpenAsync("/errors?service=web");

        await page.ClickAsync("[data-testid='errors'] a.row-link:has-text('HttpRequestException'), [data-testid='errors'] a.row-link:has-text('GET failed')");
        await page.ClickAsync("[data-testid='guilty-span']");

        var details = await page.WaitForSelectorAsync("[data-testid='span-details']");
        var text = await details!.InnerTextAsync();
        Assert.Contains("Error", text, StringComparison.Ordinal);
        Assert.Contains("web", text, StringComparison.Ordinal);
        Assert.Contains("http.request.method", text, StringComparison.Ordinal);
        await page.WaitForSelectorAsync("[data-testid='waterfall'] tr.selected[data-status='Error']");
    }

    [Fact]
    public async Task A_span_is_on_the_open_page_within_a_second_of_its_arrival()
    {
        var page = await fixture.Dashboard.OpenAsync("/traces");
        await page.WaitForSelectorAsync("[data-testid='traces'] td");

        // The machine may be busy with other tests for a moment: a promise that was missed is measured twice more.
        var took = await SeeAsync(page, 1);
        for (var again = 2; took > s_soon && again <= 3; again++)
        {
            took = await SeeAsync(page, again);
        }

        Assert.InRange(took, TimeSpan.Zero, s_soon);
    }

    [Fact]
    public async Task A_restart_is_confirmed_first_and_recorded_with_who_did_it()
    {
        var page = await fixture.Dashboard.OpenAsync("/?resource=script");
        var before = fixture.Run.Board.All[0].Pid;

        await page.ClickAsync("[data-testid='command-restart']");
        Assert.Equal(before, fixture.Run.Board.All[0].Pid);
        await page.ClickAsync("[data-testid='confirm']");

        await page.WaitForSelectorAsync("[data-testid='command-records'] li:has-text('restart'):has-text('token (dashboard)')");
        await fixture.Run.WaitAsync(resource => resource.IsReady && resource.Pid != before);
    }

    [Fact]
    public async Task Secrets_of_the_environment_are_not_on_the_page()
    {
        var page = await fixture.Dashboard.OpenAsync("/?resource=script");
        await page.WaitForSelectorAsync("dl.variables");

        var variables = await page.InnerTextAsync("dl.variables");
        Assert.Contains("http://127.0.0.1:1", variables, StringComparison.Ordinal);
        Assert.Contains("CONNECTION", variables, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t-value", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_console_stands_still_and_has_every_line_afterwards()
    {
        var page = await fixture.Dashboard.OpenAsync("/console?resource=script");
        await page.WaitForSelectorAsync("[data-testid='console-lines'] .ansi-2");

        await page.Keyboard.PressAsync("p");
        await page.WaitForSelectorAsync("[data-testid='console-paused']");
        var stood = await LastLineAsync(page);
        await page.WaitForSelectorAsync("[data-testid='console-paused']:not(:has-text(' 0 new'))");
        Assert.Equal(stood, await LastLineAsync(page));
        await page.Keyboard.PressAsync("p");

        await Eventually.SeeAsync(() => LastLineAsync(page), line => line != stood, TimeSpan.FromSeconds(5));
        var numbers = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('[data-testid=console-lines] .text')].map(line => Number(line.textContent.match(/line (\\d+)/)[1]))");
        // Another test may have restarted the script before, which then counts from 1 again.
        numbers = numbers[Math.Max(0, Array.LastIndexOf(numbers, 1))..];
        Assert.Equal(Enumerable.Range(numbers[0], numbers.Length), numbers);
    }

    [Fact]
    public async Task The_keyboard_leads_everywhere_and_says_how()
    {
        var page = await fixture.Dashboard.OpenAsync("/traces");
        await page.WaitForSelectorAsync("[data-testid='traces'] td");

        await page.Keyboard.PressAsync("?");
        await page.WaitForSelectorAsync("#help[open]");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-testid='waterfall']");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("e");
        await page.WaitForSelectorAsync("h1:has-text('Errors')");
        Assert.EndsWith("/errors", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("/");
        await page.WaitForSelectorAsync("input:focus");
        await page.Keyboard.TypeAsync("brand");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("h1:has-text('Search')");
        Assert.EndsWith("/search?q=brand", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_is_put_on_a_board_and_its_table_says_what_it_draws()
    {
        var page = await fixture.Dashboard.OpenAsync("/metrics?resource=api&meter=Sophia.Sample&instrument=http.server.request.duration");
        await page.WaitForSelectorAsync("[data-testid='metric-chart'] svg");

        await page.ClickAsync("[data-testid='show-table']");
        Assert.Contains("p99", await page.InnerTextAsync("[data-testid='metric-chart'] table thead"), StringComparison.Ordinal);
        await page.ClickAsync("[data-testid='add-to-board']");
        await page.FillAsync("[data-testid='board-name']", "Requests");
        await page.ClickAsync("[data-testid='board-add']");

        await page.WaitForSelectorAsync("[data-testid='board'] [data-testid='metric-chart'] svg");
        Assert.Contains("/boards/", page.Url, StringComparison.Ordinal);
        await page.GetByText("Remove this board").ClickAsync();
        await page.WaitForSelectorAsync("h1:has-text('Boards')");
        Assert.EndsWith("/boards", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_token_there_is_nothing_to_see()
    {
        var page = await Browser.OpenPageAsync();

        var answer = await page.GotoAsync(fixture.Dashboard.Address.ToString());

        Assert.Equal(401, answer!.Status);
        Assert.Null(await page.QuerySelectorAsync("nav"));
        await page.Context.CloseAsync();
    }

    /// <returns>From sending a span until it is on the page.</returns>
    private async Task<TimeSpan> SeeAsync(IPage page, int number)
    {
        var sent = Stopwatch.GetTimestamp();
        await fixture.Dashboard.SendAsync("traces", SampleTelemetry.Wrap("resourceSpans", "scopeSpans", "spans", "web",
            [SampleTelemetry.Span($"000000000000000000000000000000f{number}", $"00000000000000f{number}", null, $"GET /brand-new-{number}", 2, TimeProvider.System.GetUtcNow(), 5, failed: false)]));
        await page.WaitForSelectorAsync($"[data-testid='traces'] a:has-text('GET /brand-new-{number}')");
        return Stopwatch.GetElapsedTime(sent);
    }

    private static Task<string> LastLineAsync(IPage page) =>
        page.EvaluateAsync<string>("[...document.querySelectorAll('[data-testid=console-lines] .text')].at(-1).textContent");
}
