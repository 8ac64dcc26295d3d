using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Sophia.Web.Charts;

/// <summary>Draws a chart in the browser and moves it along with its content.</summary>
public sealed partial class Chart(IJSRuntime script) : IAsyncDisposable
{
    // Pages that draw the same content send the same text.
    private static readonly ConditionalWeakTable<ChartContent, string> s_json = [];

    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private ChartContent? _drawn;
    private (ChartContent?, string?, int) _shown;
    private bool _changed;
    private bool _gone;

    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public required ChartContent Content { get; set; }

    /// <summary>The same in a sentence, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Summary { get; set; }

    /// <summary>The height in CSS pixels; known before the chart is drawn, so that nothing shifts.</summary>
    [Parameter]
    public int Height { get; set; } = 300;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var shown = (Content, Summary, Height);
        _changed = !ReferenceEquals(_shown.Item1, Content) || _shown != shown;
        _shown = shown;
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _changed;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _drawn = Content;
            _module = await script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["Charts/Chart.razor.js"]);
            _chart = await _module.InvokeAsync<IJSObjectReference>("draw", _element, Assets["lib/echarts/echarts.esm.min.js"], Json(Content));
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
            await chart.InvokeVoidAsync("update", Json(Content));
        }
    }

    private static string Json(ChartContent content) =>
        s_json.GetValue(content, static content => JsonSerializer.Serialize(content, ChartJson.Default.ChartContent));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _gone = true;
        await LeaveAsync();
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
