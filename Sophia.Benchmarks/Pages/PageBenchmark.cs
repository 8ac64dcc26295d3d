using System.Globalization;
using Microsoft.Playwright;
using Sophia.Tests.Infrastructure;

namespace Sophia.Benchmarks.Pages;

/// <summary>
/// The overview of a running stack in Chromium, as its reader has it: 20 warm loads of all tiles and charts, each with a
/// few interactions. What is measured is what the browser itself reports.
/// </summary>
internal static class PageBenchmark
{
    private const int Loads = 20;

    // Buttons that answer in the browser and buttons that go through the circuit.
    private static readonly string[] s_pressed =
    [
        "[data-testid='tile-revenue.won'] .about", "[data-testid='chart-sales'] [data-testid='show-table']",
        "[data-testid='chart-sales'] [data-testid='show-chart']", "[data-testid='filter-region-open']", "[data-testid='chart-pipeline'] [data-testid='show-table']",
    ];

    /// <param name="arguments">The page's address; http://127.0.0.1:5080 where none is given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var address = arguments is [var given, ..] ? given : "http://127.0.0.1:5080";
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = await Chromium.FindOrInstallAsync(),
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, Locale = "en-US", TimezoneId = "UTC" });
        await context.AddInitScriptAsync(PageVitals.Script);
        var page = await context.NewPageAsync();
        // As many as a broken page makes in 21 loads.
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        await LoadAsync(page, address);
        var content = (Tiles: await page.Locator("article[data-testid^='tile-']").CountAsync(), Charts: await page.Locator(".canvas svg").CountAsync());

        var measured = new List<PageVitals>(Loads);
        while (measured.Count < Loads)
        {
            cancellationToken.ThrowIfCancellationRequested();
            measured.Add(await LoadAsync(page, address));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{content.Tiles} tiles and {content.Charts} charts, {Loads} warm loads, 1440 x 900"));
        Print("LCP", "ms", "1,500 ms", measured, static vitals => vitals.Lcp);
        Print("INP", "ms", "200 ms", measured, static vitals => vitals.Inp);
        Print("CLS", "", "0.05", measured, static vitals => vitals.Cls);
        Console.WriteLine($"{errors.Count} errors in the console (promised 0)");
        errors.ForEach(static error => Console.WriteLine($"    {error}"));
        return 0;
    }

    private static async Task<PageVitals> LoadAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("[data-testid='live-status'][data-state='connected']");
        await page.WaitForSelectorAsync("[data-testid='chart-people'] .canvas[data-drawn]");
        foreach (var selector in s_pressed)
        {
            await page.ClickAsync(selector);
        }

        // Two frames later the last interaction is on the screen and reported.
        return await page.EvaluateAsync<PageVitals>("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.vitals), 100))))");
    }

    private static void Print(string name, string unit, string promise, List<PageVitals> measured, Func<PageVitals, double> read)
    {
        double[] sorted = [.. measured.Select(read).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}  p50 {At(0.5):0.###} {unit}, p75 {At(0.75):0.###} {unit}, max {sorted[^1]:0.###} {unit} (promised p75 ≤ {promise})"));

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
