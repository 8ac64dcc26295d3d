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

    private static readonly ConcurrentDictionary<string, ConcurrentBag<Func<Task>>> s_closing = new(StringComparer.Ordinal);

    /// <summary>Opens a page in a profile of its own; both are gone after the test.</summary>
    public static async Task<IPage> OpenPageAsync(int width = 1440, int height = 900, ColorScheme colorScheme = ColorScheme.Light, string locale = "en-US")
    {
        var context = await OpenContextAsync(width, height, colorScheme, locale);
        CloseAfterTest(() => context.CloseAsync());
        return await context.NewPageAsync();
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

    /// <summary>Has something closed when the test that runs now is over: a page left open goes on drawing what is live.</summary>
    public static void CloseAfterTest(Func<Task> close)
    {
        if (TestContext.Current.Test is { } test)
        {
            s_closing.GetOrAdd(test.UniqueID, static _ => []).Add(close);
        }
    }

    /// <summary>Closes what a test left open.</summary>
    public static Task CloseAfterAsync(string test) =>
        s_closing.TryRemove(test, out var closing) ? Task.WhenAll(closing.Select(static close => close())) : Task.CompletedTask;

    private static async Task<IBrowser> LaunchAsync()
    {
        var executable = await Chromium.FindOrInstallAsync();
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = s_arguments });
    }
}
