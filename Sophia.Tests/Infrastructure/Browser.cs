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

    private static readonly ConcurrentDictionary<string, ConcurrentBag<OpenedPage>> s_opened = new(StringComparer.Ordinal);

    /// <summary>Opens a page in a profile of its own; both are gone after the test.</summary>
    public static async Task<IPage> OpenPageAsync(int width = 1440, int height = 900, ColorScheme colorScheme = ColorScheme.Light, string locale = "en-US")
    {
        var context = await OpenContextAsync(width, height, colorScheme, locale);
        var page = await context.NewPageAsync();
        CloseAfterTest(page, () => context.CloseAsync());
        return page;
    }

    /// <summary>Opens a profile that may outlive the test.</summary>
    public static async Task<IBrowserContext> OpenContextAsync(
        int width = 1440, int height = 900, ColorScheme colorScheme = ColorScheme.Light, string locale = "en-US") =>
        await (await s_browser.Value).NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colorScheme,
            Locale = locale,
            TimezoneId = "UTC",
        });

    /// <summary>Has a page closed when the test that runs now is over: one left open goes on drawing what is live.</summary>
    public static void CloseAfterTest(IPage page, Func<Task> close)
    {
        if (TestContext.Current.Test is { } test)
        {
            s_opened.GetOrAdd(test.UniqueID, static _ => []).Add(new OpenedPage(page, close));
        }
    }

    /// <summary>Closes what a test left open.</summary>
    public static Task CloseAfterAsync(string test) =>
        s_opened.TryRemove(test, out var opened) ? Task.WhenAll(opened.Select(static page => page.CloseAsync())) : Task.CompletedTask;

    /// <summary>Says what the pages of a test show.</summary>
    public static async Task<string> DescribeAsync(string test) =>
        s_opened.TryGetValue(test, out var opened) ? string.Join("\n\n", await Task.WhenAll(opened.Select(static page => page.DescribeAsync()))) : "";

    private static async Task<IBrowser> LaunchAsync()
    {
        var executable = await Chromium.FindOrInstallAsync();
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = s_arguments });
    }
}
