using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Sophia.Dashboard.Dialogs;

/// <summary>Asks something before anything else can be done; it is open for as long as it is rendered.</summary>
public sealed partial class ModalDialog(IJSRuntime script)
{
    private readonly string _titleId = "dialog-" + Guid.NewGuid().ToString("N")[..8];
    private ElementReference _element;

    /// <summary>What is asked.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The viewer wants it gone.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>The question and its answers.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["Dialogs/ModalDialog.razor.js"]);
            await module.InvokeVoidAsync("open", _element);
        }
    }
}
