using Microsoft.AspNetCore.Components;
using Sophia.Core.Metrics;
using Sophia.Web.Live;

namespace Sophia.Web.Dashboard;

/// <summary>The overview's figures, or their outlines while they load.</summary>
public sealed partial class DashboardBoard
{
    [Parameter, EditorRequired]
    public required DashboardView? View { get; set; }

    [Parameter]
    public IReadOnlyList<MetricFilter> Filters { get; set; } = [];

    [Parameter]
    public BoardOutlook? Outlook { get; set; }

    [Parameter]
    public DashboardFailure? Failure { get; set; }

    [Parameter, EditorRequired]
    public required LiveStatus Live { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, int> Moves { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }

    private string? BusyClass => Busy && View is not null ? "is-busy" : null;
}
