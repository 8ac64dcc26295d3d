using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Sophia.Tests.Infrastructure;

/// <summary>One real Chromium for all tests; each test opens pages of its own, which are closed at its end.</summary>
internal static class Browser
{
    private static readonly string[] s_arguments =
    [
        // Root, as in CI and in containers, cannot use Chromium's own sandbox.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> s_browser = new(LaunchAsync);

    private static readonly ConcurrentDictionary<string, ConcurrentBag<IPage>> s_pages = new(StringComparer.Ordinal);

    public static async Task<IPage> OpenPageAsync(int width = 1440, int height = 900, ColorScheme colorScheme = ColorScheme.Light, string locale = "en-US")
    {
        var context = await (await s_browser.Value).NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colorScheme,
            Locale = locale,
            TimezoneId = "UTC",
        });
        return CloseAfterTest(await context.NewPageAsync());
    }

    /// <summary>Has <paramref name="page"/> closed when the test that runs now is over: a page left open goes on drawing what is live.</summary>
    public static IPage CloseAfterTest(IPage page)
    {
        if (TestContext.Current.Test is { } test)
        {
            s_pages.GetOrAdd(test.UniqueID, static _ => []).Add(page);
        }

        return page;
    }

    /// <summary>Closes the pages of a test.</summary>
    public static Task ClosePagesAsync(string test) =>
        s_pages.TryRemove(test, out var pages) ? Task.WhenAll(pages.Select(static page => page.CloseAsync())) : Task.CompletedTask;

    private static async Task<IBrowser> LaunchAsync()
    {
        var executable = await Chromium.FindOrInstallAsync();
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = s_arguments });
    }
}
