using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;
using Sophia.Web.Live;

namespace Sophia.Web.Dashboard;

/// <summary>One of a board's metrics as a tile.</summary>
public sealed partial class BoardTile
{
    /// <summary>The metric's key.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    /// <summary>The board's figures, or null while they load.</summary>
    [Parameter, EditorRequired]
    public required DashboardView? View { get; set; }

    /// <summary>What the page is filtered by.</summary>
    [Parameter]
    public IReadOnlyList<MetricFilter> Filters { get; set; } = [];

    /// <summary>How the page stands with live figures.</summary>
    [Parameter, EditorRequired]
    public required LiveStatus Live { get; set; }

    /// <summary>How often each metric moved before the viewer's eyes.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, int> Moves { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>Whether the tile is one of the large ones.</summary>
    [Parameter]
    public bool Prominent { get; set; }

    /// <summary>What is expected of metrics; null where it could not be had or is on its way.</summary>
    [Parameter]
    public IReadOnlyList<MetricForecast>? Forecasts { get; set; }

    // Without a line to the API, what it last said of freshness may no longer hold.
    private FreshnessStatus? Freshness => Live.State == LiveState.Reconnecting ? null : View?.Find(Key)?.Freshness;

    private IReadOnlyList<string> Sources => View is { } view && MetricCatalog.Find(Key) is { } metric
        ? [.. view.Freshness.Of(metric.Families).Sources.Select(static source => SourceName.Of(source.Source))]
        : [];
}
