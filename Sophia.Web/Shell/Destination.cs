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
        new("/integrations", "nav.integrations", 'i', "M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3"),
    ];
}
