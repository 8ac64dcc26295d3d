using Microsoft.AspNetCore.Components;
using Sophia.Core.Predictions;
using Sophia.Web.Api;

namespace Sophia.Web.Deals;

/// <summary>Switches the warnings of deals on and off, one by one.</summary>
public sealed partial class WarningSettingsPanel : IDisposable
{
    /// <summary>Where the API tells the settings.</summary>
    internal const string Address = "/api/v1/deals/warnings";

    private readonly CancellationTokenSource _leaving = new();
    private string? _by;
    private string? _refused;
    private bool _busy;

    /// <summary>The settings as they are.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DealWarningSetting> Settings { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>A warning was switched.</summary>
    [Parameter]
    public EventCallback OnSwitched { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task SwitchAsync(DealWarningSetting setting, bool on)
    {
        _busy = true;
        using var body = JsonContent.Create(new DealWarningSwitch(on, _by), PredictionJson.Default.DealWarningSwitch);
        try
        {
            var answer = await Api.SendAsync(HttpMethod.Put, $"{Address}/{DealText.Key(setting.Kind)}", body, PredictionJson.Default.DealWarningSetting, _leaving.Token);
            _refused = (answer as ApiAnswer<DealWarningSetting>.Failure)?.Cause;
            await OnSwitched.InvokeAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The viewer left.
        }
        finally
        {
            _busy = false;
        }
    }
}
