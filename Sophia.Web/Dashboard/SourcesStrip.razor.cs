using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Web.Live;
using Sophia.Web.Pages;

namespace Sophia.Web.Dashboard;

/// <summary>The systems that the figures come from, and how each of them is.</summary>
public sealed partial class SourcesStrip
{
    private (string Source, FreshnessStatus Status)[] _drawn = [];
    private bool _wasUnknown;
    private bool _changed;

    /// <summary>The sources.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<SourceFreshness> Sources { get; set; }

    /// <summary>How the page stands with live figures.</summary>
    [Parameter, EditorRequired]
    public required LiveStatus Live { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        (string, FreshnessStatus)[] drawn = [.. Sources.Select(static source => (source.Source, source.Status))];
        _changed = _wasUnknown != IsUnknown || !_drawn.SequenceEqual(drawn);
        (_drawn, _wasUnknown) = (drawn, IsUnknown);
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _changed;

    private bool IsUnknown => Live.State == LiveState.Reconnecting;

    private StatusLevel LevelOf(SourceFreshness source) => IsUnknown ? StatusLevel.Neutral : source.Status switch
    {
        FreshnessStatus.Fresh => StatusLevel.Good,
        FreshnessStatus.Loading or FreshnessStatus.Stale => StatusLevel.Warning,
        FreshnessStatus.NoData => StatusLevel.Neutral,
    };

    private string WordOf(SourceFreshness source) => IsUnknown ? Text["health.unknown"] : source.Status switch
    {
        FreshnessStatus.Fresh => Text["integration.fresh"],
        FreshnessStatus.Loading => Text["integration.firstLoad"],
        FreshnessStatus.Stale => Text["integration.stale"],
        FreshnessStatus.NoData => Text["integration.noData"],
    };
}
