using System.Text.RegularExpressions;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Architecture;

/// <summary>The dark theme is the light one in other colours, so what stands where is tested in one of them.</summary>
public sealed partial class ThemeTests
{
    private static readonly string[] s_projects = ["Sophia.Components", "Sophia.Dashboard", "Sophia.Web"];
    private static readonly string[] s_notOurs = ["bin", "obj", "node_modules"];

    [Fact]
    public void Themes_differ_in_nothing_but_what_light_dark_says_of_colours()
    {
        var sheets = StyleSheets();

        Assert.NotEmpty(sheets);
        Assert.Empty(sheets
            .Where(static sheet => ThemeOfItsOwn().IsMatch(File.ReadAllText(sheet)))
            .Select(static sheet => Path.GetRelativePath(Repository.Root, sheet)));
    }

    private static string[] StyleSheets() =>
    [
        .. s_projects
            .SelectMany(static project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*", SearchOption.AllDirectories))
            .Where(static file => Path.GetExtension(file) is ".css" or ".razor")
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Intersect(s_notOurs, StringComparer.Ordinal).Any()),
    ];

    // Asks for the viewer's theme, or for the chosen one and then says more than which that is.
    [GeneratedRegex(@"@media[^{]*prefers-color-scheme|\[data-theme[^{]*\{(?!\s*color-scheme:\s*(light|dark);\s*\})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ThemeOfItsOwn();
}
