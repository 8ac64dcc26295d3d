using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Web.Figures;
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

    /// <summary>Why nothing is shown: only where all is judged it means that nothing is wrong.</summary>
    private string Calm => Open switch
    {
        { Live: { State: LiveState.Reconnecting, Since: var since } } => Text["alerts.calmUntil", AgeText.Moment(Text, since, Now)],
        { Judgement.IsWatched: false } => Text["alerts.notWatched"],
        { Judgement.Behind: { Length: > 0 } behind } => Text["alerts.calmPartly", behind],
        _ => Text["alerts.calmNow", AgeText.Moment(Text, Now, Now)],
    };
}
