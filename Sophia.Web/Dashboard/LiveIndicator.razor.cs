using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Web.Figures;
using Sophia.Web.Live;

namespace Sophia.Web.Dashboard;

/// <summary>Says in two words whether what is on the screen is what is going on.</summary>
public sealed partial class LiveIndicator
{
    /// <summary>How the page stands with live figures.</summary>
    [Parameter, EditorRequired]
    public required LiveStatus Status { get; set; }

    /// <summary>The figures, or null.</summary>
    [Parameter]
    public DashboardView? View { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    private bool IsStale => View?.Freshness.Status == FreshnessStatus.Stale;

    private string Key => Status.State switch
    {
        LiveState.Connecting => "connecting",
        // A line without figures is nothing to be proud of.
        LiveState.Connected when View is null => "connecting",
        LiveState.Connected => IsStale ? "stale" : "connected",
        LiveState.Reconnecting => "reconnecting",
    };

    private string Words => Status.State switch
    {
        LiveState.Connecting => Text["live.connecting"],
        LiveState.Connected when View is null => Text["live.waiting"],
        LiveState.Connected => IsStale ? StaleText : Text["live.connected"],
        LiveState.Reconnecting => Text["live.reconnecting", AgeText.Moment(Text, Status.Since, Now)],
    };

    private string StaleText =>
        View?.Freshness.Sources.Where(static source => source.Status == FreshnessStatus.Stale).Min(static source => source.CheckedAt) is { } since
            ? Text["live.staleSince", AgeText.Moment(Text, since, Now)]
            : Text["live.stale"];
}
