using Microsoft.AspNetCore.Components;
using Sophia.Web.Live;

namespace Sophia.Web.Dashboard;

/// <summary>The figures, or their outlines while they load.</summary>
public sealed partial class DashboardBoard
{
    private const string Failed = "failed";

    [Parameter, EditorRequired]
    public required DashboardView? View { get; set; }

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
}
