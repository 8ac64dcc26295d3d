namespace Sophia.Dashboard.Shell;

/// <summary>A key and what it does, for the help sheet; Shell.razor.js acts on them.</summary>
/// <param name="Keys">The keys in order.</param>
/// <param name="Action">What happens.</param>
public sealed record Shortcut(string Keys, string Action)
{
    /// <summary>The keys that are not a page's own way there.</summary>
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        new("/", "Search over everything"),
        new("?", "This sheet"),
        new("f", "Filter this page"),
        new("p", "Pause or go on"),
        new("v", "Next view of this page (table or chart, list or graph)"),
        new("j k", "Next and previous row"),
        new("Enter", "Open the row"),
        new("Esc", "Close what is open"),
        new("u", "Times in UTC or in this browser's zone"),
    ];
}
