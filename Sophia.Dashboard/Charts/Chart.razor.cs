using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Sophia.Dashboard.Charts;

/// <summary>Draws lines or cells over time in the browser and moves them along with their content.</summary>
public sealed partial class Chart(IJSRuntime script) : IAsyncDisposable
{
    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private DotNetObjectReference<Chart>? _self;
    private ChartContent? _drawn;
    private bool _gone;

    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public required ChartContent Content { get; set; }

    /// <summary>The same in a sentence, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Summary { get; set; }

    /// <summary>The height in CSS pixels; known before the chart is drawn, so that nothing shifts.</summary>
    [Parameter]
    public int Height { get; set; } = 260;

    /// <summary>The viewer drew over a stretch of time.</summary>
    [Parameter]
    public EventCallback<(DateTimeOffset From, DateTimeOffset To)> OnZoom { get; set; }

    /// <summary>The viewer chose a cell, by column and row.</summary>
    [Parameter]
    public EventCallback<(int Column, int Row)> OnPick { get; set; }

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task ZoomAsync(double from, double to) =>
        OnZoom.InvokeAsync((DateTimeOffset.FromUnixTimeMilliseconds((long)from), DateTimeOffset.FromUnixTimeMilliseconds((long)to)));

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task PickAsync(int column, int row) => OnPick.InvokeAsync((column, row));

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _drawn = Content;
            _self = DotNetObjectReference.Create(this);
            _module = await script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["Charts/Chart.razor.js"]);
            if (_gone)
            {
                await LeaveAsync();
                return;
            }

            _chart = await _module.InvokeAsync<IJSObjectReference>(
                "draw", _element, Assets["_content/Sophia.Components/canvas.js"], Assets["lib/echarts/echarts.esm.min.js"], Content, _self, OnZoom.HasDelegate);
            if (_gone)
            {
                await LeaveAsync();
                return;
            }
        }

        // Content may have moved on while the script was being fetched.
        if (_chart is { } chart && !ReferenceEquals(_drawn, Content))
        {
            _drawn = Content;
            await chart.InvokeVoidAsync("update", Content);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _gone = true;
        await LeaveAsync();
        _self?.Dispose();
    }

    // Also called when the script comes back to a chart that has left meanwhile: nobody else would give up what it drew.
    private async ValueTask LeaveAsync()
    {
        try
        {
            if (_chart is { } chart)
            {
                await chart.InvokeVoidAsync("dispose");
                await chart.DisposeAsync();
            }

            if (_module is { } module)
            {
                _module = null;
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the chart with it.
        }
    }
}
