namespace Sophia.Web.Shell;

/// <summary>A key, or two keys one after the other, that do something wherever the viewer is.</summary>
/// <param name="Keys">The keys with a space between, as the browser names them.</param>
/// <param name="TextKey">The key of what they do among the page's texts.</param>
/// <param name="Address">Where they lead, or null.</param>
/// <param name="Press">The selector of what they press or, where it is a field, move to; or null.</param>
internal sealed record Shortcut(string Keys, string TextKey, string? Address = null, string? Press = null)
{
    /// <summary>All of them, in the order of the help sheet.</summary>
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        .. Destination.All.Select(static destination => new Shortcut($"g {destination.Key}", destination.TextKey, Address: destination.Path)),
        new("p", "shortcut.period", Press: "[data-testid='range-select'] [aria-current='true']"),
        new("t", "shortcut.theme", Press: "input[name='theme']:checked"),
        new(",", "shortcut.preferences", Press: "[popovertarget='preferences']"),
        new("?", "shortcut.help", Press: "[data-opens='shortcuts']"),
    ];
}
