using Microsoft.Playwright;

namespace Sophia.Tests.Infrastructure;

/// <summary>One real Chromium for all tests; each test opens pages of its own.</summary>
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

    public static async Task<IPage> OpenPageAsync(int width = 1440, int height = 900, ColorScheme colorScheme = ColorScheme.Light, string locale = "en-US")
    {
        var context = await (await s_browser.Value).NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colorScheme,
            Locale = locale,
            TimezoneId = "UTC",
        });
        return await context.NewPageAsync();
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var executable = await Chromium.FindOrInstallAsync();
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = s_arguments });
    }
}
