using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Web.Live;

namespace Sophia.Web.Alerts;

/// <summary>The open alerts in a line: the most severe ones, or that nothing needs attention.</summary>
public sealed partial class AlertsStrip
{
    // What fits beside each other; the others are a press away.
    private const int MostShown = 3;

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    [Inject]
    private AlertWatch Watch { get; set; } = null!;

    private OpenAlerts Open => Watch.Open;

    private IReadOnlyList<Alert> Audible => Open.Audible(Now);

    private bool IsLost => Open.Live.State == LiveState.Reconnecting;

    private string Mood => Open.Alerts is null ? "unknown" : Audible.Count == 0 ? "calm" : "open";
}
