using System.Text.Json;
using Microsoft.Playwright;

namespace Sophia.Tests.Infrastructure;

/// <summary>axe-core's rules of accessibility, asked of a page as it stands.</summary>
internal static class Axe
{
    private static readonly int[] s_widths = [375, 768, 1440];

    private static readonly Lazy<string> s_script = new(static () =>
        File.ReadAllText(Path.Combine(Repository.Root, "Sophia.Web", "node_modules", "axe-core", "axe.min.js")));

    private const string AllRules = "undefined";

    // Themes differ in colours alone (ThemeTests), so all other rules find in the dark what they find in the light.
    private const string RulesOfColour = "['color-contrast', 'link-in-text-block']";

    /// <summary>What is serious or critical, one line for each rule with the first element that breaks it.</summary>
    public static Task<string[]> FindAsync(IPage page) => FindAsync(page, AllRules);

    /// <summary>
    /// The same on a telephone, a tablet and a desk, or at other widths, in both themes; a page that is wider than its
    /// window is a fault, too.
    /// </summary>
    public static async Task<string[]> FindEverywhereAsync(IPage page, IEnumerable<int>? widths = null)
    {
        List<string> faults = [];
        foreach (var width in widths ?? s_widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var (scheme, rules) in new[] { (ColorScheme.Light, AllRules), (ColorScheme.Dark, RulesOfColour) })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                faults.AddRange((await FindAsync(page, rules)).Select(fault => $"{width} px, {scheme}: {fault}"));
                var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                if (overflow > 0)
                {
                    faults.Add($"At {width} px the page is {overflow} px too wide.");
                }
            }
        }

        return [.. faults];
    }

    /// <param name="page">The page.</param>
    /// <param name="rules">The rules to hold it against, in JavaScript.</param>
    private static async Task<string[]> FindAsync(IPage page, string rules)
    {
        // When the circuit comes it writes the title anew, and the title of a page that was navigated to within it follows the content by a moment.
        await page.WaitForSelectorAsync("body:not(:has([data-circuit='waiting']))");
        await page.WaitForSelectorAsync("head > title:not(:empty)", new() { State = WaitForSelectorState.Attached });
        // Transitions between themes leave colours half way for a moment.
        await page.EvaluateAsync("Promise.all(document.getAnimations().filter(one => one.effect.getComputedTiming().iterations < Infinity).map(one => one.finished.catch(() => {})))");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(s_script.Value + ";0");
        }

        // No rule that is asked needs the style sheets once more: of what can be loaded before, only media play a part.
        var answer = await page.EvaluateAsync<JsonElement>($$"""
            axe.run({ resultTypes: ['violations'], preload: { assets: ['media'] }, runOnly: {{rules}} }).then(found => found.violations
              .filter(rule => ['serious', 'critical'].includes(rule.impact))
              .map(rule => `${rule.impact} ${rule.id}: ${rule.nodes[0].html}`))
            """);
        return [.. answer.EnumerateArray().Select(static line => line.GetString()!)];
    }
}
