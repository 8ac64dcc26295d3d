using Microsoft.Playwright;
using Sophia.Tests.Infrastructure;

namespace Sophia.Benchmarks.Telemetry;

/// <summary>
/// Somebody who goes from page to page in Chromium: from the click on a page's link, within the circuit, to the frame after
/// its rows were put into the document. The browser runs on the processors that the dashboard leaves free.
/// </summary>
internal static class RenderedPages
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    // Each page with what is there only when it has drawn its data.
    private static readonly (string Path, string Drawn)[] s_pages =
    [
        ("traces", "[data-testid='traces'] td"), ("logs", "[data-testid='logs'] td"), ("metrics", "nav.tree a"), ("overview", "[data-testid='services'] td"),
    ];

    // Looked for by an observer, since asking from outside would add the way to the browser and back.
    private const string Click = """
        ([path, drawn]) => new Promise((done, fail) => {
          const link = document.querySelector(`#pages a[href$="${path}"]`);
          const waiting = setTimeout(() => fail(new Error(`${path} was not drawn in 30 s`)), 30000);
          const began = performance.now();
          const observer = new MutationObserver(look);
          function look() {
            if (document.querySelector(drawn)) {
              observer.disconnect();
              clearTimeout(waiting);
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
            }
          }
          observer.observe(document.body, { childList: true, subtree: true });
          link.click();
        })
        """;

    /// <param name="dashboard">Where the pages come from.</param>
    /// <param name="cancellationToken">Ends the looking; what was measured until then is returned.</param>
    /// <returns>The times of each page. The first visit of each is left out: it compiles code, and telemetry may not have come yet.</returns>
    public static async Task<Dictionary<string, List<TimeSpan>>> LookAsync(DashboardProcess dashboard, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sophia-browser-");
        try
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = await OffTheMeasuredProcessorAsync(folder.FullName, cancellationToken),
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
            });
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
            await page.GotoAsync(dashboard.SignIn.ToString());
            await page.WaitForSelectorAsync("html[data-answers]");
            return await VisitAsync(page, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, List<TimeSpan>>> VisitAsync(IPage page, CancellationToken cancellationToken)
    {
        var times = s_pages.ToDictionary(static entry => entry.Path, static _ => new List<TimeSpan>(), StringComparer.Ordinal);
        try
        {
            for (var number = 0; ; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (path, drawn) = s_pages[number % s_pages.Length];
                var milliseconds = await page.EvaluateAsync<double>(Click, new[] { path, drawn });
                if (number >= s_pages.Length)
                {
                    times[path].Add(TimeSpan.FromMilliseconds(milliseconds));
                }

                await Task.Delay(s_pause, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return times.Where(static pair => pair.Value.Count > 0).ToDictionary(StringComparer.Ordinal);
        }
    }

    private static async Task<string> OffTheMeasuredProcessorAsync(string folder, CancellationToken cancellationToken)
    {
        var script = Path.Combine(folder, "chromium");
        var others = Environment.ProcessorCount > 1 ? $"1-{Environment.ProcessorCount - 1}" : "0";
        await File.WriteAllTextAsync(script, $"#!/bin/sh\nexec taskset -c {others} '{await Chromium.FindOrInstallAsync()}' \"$@\"\n", cancellationToken);
        // Where there is no taskset there is no such benchmark either.
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("The processors are assigned with taskset, which is Linux's.");
        }

        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }
}
