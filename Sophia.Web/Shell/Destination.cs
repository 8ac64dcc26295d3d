namespace Sophia.Web.Shell;

/// <summary>A page that the navigation leads to.</summary>
/// <param name="Path">Its address.</param>
/// <param name="TextKey">The key of its name among the page's texts.</param>
/// <param name="Key">The letter that, after g, leads to it.</param>
/// <param name="Icon">The path data of its icon, drawn in a square of 20.</param>
internal sealed record Destination(string Path, string TextKey, char Key, string Icon)
{
    /// <summary>The pages in the order in which they are offered; each of them exists.</summary>
    public static IReadOnlyList<Destination> All { get; } =
    [
        new("/", "nav.overview", 'o', "M3 3h6v8H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 13h6v4H3z"),
        new("/alerts", "nav.alerts", 'a', "M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-2 5.5-2 5.5h13s-2-1.5-2-5.5A4.5 4.5 0 0 0 10 3zM8.3 16a1.8 1.8 0 0 0 3.4 0"),
        new("/deals", "nav.deals", 'd', "M3 5h14v11H3zM7 5V3h6v2M3 10h14M10 9v2"),
        new("/customers", "nav.customers", 'u', "M4 17V4h8v13M12 8h4v9M2.5 17h15M6.5 7.5h3M6.5 10.5h3M6.5 13.5h3"),
        new("/predictions", "nav.predictions", 'q', "M3 3v14h14M6.5 13.5l7-7M6.5 9.5v.01M10 13v.01M14 10v.01M10 6.5v.01"),
        new("/conversations", "nav.conversations", 'c', "M3 4h14v9H9l-4 4v-4H3zM6.5 8.5h7"),
        new("/people", "nav.people", 'e', "M7 9a3 3 0 1 0 0-6a3 3 0 0 0 0 6zM1.5 17c0-3.2 2.3-5 5.5-5s5.5 1.8 5.5 5M13 3.3a3 3 0 0 1 0 5.4M15 12.4c2.2.6 3.5 2.2 3.5 4.6"),
        new("/import", "nav.import", 'f', "M10 2.5v9.5M6.5 8.5L10 12l3.5-3.5M3 12v4.5h14V12"),
        new("/integrations", "nav.integrations", 'i', "M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3"),
    ];
}
