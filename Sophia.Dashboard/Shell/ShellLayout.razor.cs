using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Sophia.Dashboard.Formatting;

namespace Sophia.Dashboard.Shell;

/// <summary>What is around every page: navigation, search, colours, clock and keyboard.</summary>
public sealed partial class ShellLayout(NavigationManager navigation, IJSRuntime script) : IAsyncDisposable
{
    private ViewerTime _time = ViewerTime.Utc;
    private string? _text;
    private ErrorBoundary? _boundary;
    private IJSObjectReference? _module;

    private NavigationManager Navigation => navigation;

    /// <inheritdoc />
    protected override void OnParametersSet() =>
        // Another page is not broken because this one was.
        _boundary?.Recover();

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _module = await script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["Shell/ShellLayout.razor.js"]);
        var viewer = await _module.InvokeAsync<Viewer>("start");
        // A machine without a time zone database knows UTC only.
        _time = new(TimeZoneInfo.TryFindSystemTimeZoneById(viewer.Zone, out var zone) ? zone : TimeZoneInfo.Utc, viewer.IsUtc);
        StateHasChanged();
    }

    private async Task ToggleClock()
    {
        _time = _time with { IsUtc = !_time.IsUtc };
        if (_module is { } module)
        {
            await module.InvokeVoidAsync("keepClock", _time.IsUtc);
        }
    }

    private void SearchAsync()
    {
        if (!string.IsNullOrWhiteSpace(_text))
        {
            navigation.NavigateTo(Address.Of("/search", ("q", _text.Trim())));
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is { } module)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }
    }

    /// <summary>What the browser knows of its viewer.</summary>
    private sealed record Viewer(string Zone, bool IsUtc);
}
