using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Sophia.Web.Figures;

namespace Sophia.Web.Shell;

/// <summary>The way to every page. Most links are one text each: a component for each of them would be held by each open page.</summary>
public sealed partial class Navigation(NavigationManager address) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => address.LocationChanged -= Follow;

    /// <inheritdoc />
    protected override void OnInitialized() => address.LocationChanged += Follow;

    private void Follow(object? sender, LocationChangedEventArgs arguments) => _ = InvokeAsync(StateHasChanged);

    private MarkupString LinkTo(Destination destination)
    {
        MarkupString? current = CurrentOf(destination) is { } page ? EncodedMarkup.Of($" aria-current=\"{page}\"") : null;
        var name = Text[destination.TextKey].Value;
        return EncodedMarkup.Of($"""<a class="{ClassOf(destination)}" href="{destination.Path}" data-testid="{destination.TextKey}" title="{name}"{current}>{InnerOf(destination)}</a>""");
    }

    private MarkupString InnerOf(Destination destination) =>
        EncodedMarkup.Of($"""<svg viewBox="0 0 20 20" aria-hidden="true"><path d="{destination.Icon}" /></svg><span>{Text[destination.TextKey].Value}</span>""");

    private string ClassOf(Destination destination) => IsHere(destination) ? "place active" : "place";

    private string? CurrentOf(Destination destination) => IsHere(destination) ? "page" : null;

    /// <summary>Whether the shown page is the destination or lies below it.</summary>
    private bool IsHere(Destination destination)
    {
        var path = new Uri(address.Uri).AbsolutePath;
        return path == destination.Path || (destination.Path.Length > 1 && path.StartsWith(destination.Path + '/', StringComparison.Ordinal));
    }
}
