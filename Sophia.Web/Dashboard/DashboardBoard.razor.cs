using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Figures;
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

    private string? BusyClass => Busy && View is not null ? "is-busy" : null;

    // Without a line to the API, what it last said of freshness may no longer hold.
    private FreshnessStatus? FreshnessOf(string key) => Live.State == LiveState.Reconnecting ? null : View?.Find(key)?.Freshness;

    private IReadOnlyList<string> SourcesOf(string key) => View is { } view && MetricCatalog.Find(key) is { } metric
        ? [.. view.Freshness.Of(metric.Families).Sources.Select(static source => SourceName.Of(source.Source))]
        : [];
}
