using System.Text.Json;
using Microsoft.Playwright;

namespace Sophia.Tests.Infrastructure;

/// <summary>axe-core's rules of accessibility, asked of a page as it stands.</summary>
internal static class Axe
{
    private static readonly Lazy<string> s_script = new(static () =>
        File.ReadAllText(Path.Combine(Repository.Root, "Sophia.Web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>What is serious or critical, one line for each rule with the first element that breaks it.</summary>
    public static async Task<string[]> FindAsync(IPage page)
    {
        // When the circuit comes it writes the title anew, and the title of a page that was navigated to within it follows the content by a moment.
        await page.WaitForSelectorAsync("body:not(:has([data-circuit='waiting']))");
        await page.WaitForSelectorAsync("head > title:not(:empty)", new() { State = WaitForSelectorState.Attached });
        // Transitions between themes leave colours half way for a moment.
        await page.EvaluateAsync("Promise.all(document.getAnimations().filter(one => one.effect.getComputedTiming().iterations < Infinity).map(one => one.finished.catch(() => {})))");
        var answer = await page.EvaluateAsync<JsonElement>(s_script.Value + """
            ;axe.run({ resultTypes: ['violations'] }).then(found => found.violations
              .filter(rule => ['serious', 'critical'].includes(rule.impact))
              .map(rule => `${rule.impact} ${rule.id}: ${rule.nodes[0].html}`))
            """);
        return [.. answer.EnumerateArray().Select(static line => line.GetString()!)];
    }

    /// <summary>The same on a telephone, a tablet and a desk, in both themes; a page that is wider than its window is a fault, too.</summary>
    public static async Task<string[]> FindEverywhereAsync(IPage page)
    {
        List<string> faults = [];
        foreach (var (width, scheme) in new[] { 375, 768, 1440 }.SelectMany(static width => new[] { ColorScheme.Light, ColorScheme.Dark }.Select(scheme => (width, scheme))))
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            faults.AddRange((await FindAsync(page)).Select(fault => $"{width} px, {scheme}: {fault}"));
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (overflow > 0)
            {
                faults.Add($"At {width} px the page is {overflow} px too wide.");
            }
        }

        return [.. faults];
    }
}
