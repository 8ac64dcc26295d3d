using Microsoft.AspNetCore.Components;
using Sophia.Core.Predictions;

namespace Sophia.Web.Deals;

/// <summary>Switches the warnings of deals on and off, one by one.</summary>
public sealed partial class WarningSettingsPanel
{
    private string? _by;
    private string? _refused;
    private bool _busy;

    /// <summary>The settings as they are.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DealWarningSetting> Settings { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>Switches a warning; answers why that could not be done, or null.</summary>
    [Parameter, EditorRequired]
    public required Func<DealWarningSetting, DealWarningSwitch, Task<string?>> OnSwitch { get; set; }

    private async Task SwitchAsync(DealWarningSetting setting, bool on)
    {
        _busy = true;
        _refused = await OnSwitch(setting, new(on, _by));
        _busy = false;
    }
}
