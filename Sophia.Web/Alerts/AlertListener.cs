using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Sophia.Web.Alerts;

/// <summary>Draws nothing; tells its parent when the alerts have changed.</summary>
public sealed class AlertListener : ComponentBase, IDisposable
{
    // News arrive in no viewer's language.
    private readonly (CultureInfo Numbers, CultureInfo Words) _language = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    /// <summary>Called on the page's own dispatcher.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChange { get; set; }

    [Inject]
    private AlertWatch Watch { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose() => Watch.Changed -= Hear;

    /// <inheritdoc />
    protected override void OnInitialized() => Watch.Changed += Hear;

    private void Hear(object? sender, EventArgs arguments) => _ = TellAsync();

    private async Task TellAsync()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _language;
        try
        {
            await InvokeAsync(OnChange.InvokeAsync);
        }
        catch (ObjectDisposedException)
        {
            // The viewer has just left.
        }
        catch (Exception exception)
        {
            // Nobody awaits this task, so the surprise is handed to the error boundary.
            await DispatchExceptionAsync(exception);
        }
    }
}
