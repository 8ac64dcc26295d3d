using Microsoft.AspNetCore.Components;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Languages;
using Sophia.Web.Live;

namespace Sophia.Web.Dashboard;

/// <summary>One figure: value, change, course and how far it can be relied on.</summary>
public sealed partial class MetricTile
{
    private (bool Loading, TileText? Text, string? Age, int Moves) _drawn;
    private bool _changed;
    private string _testId = string.Empty;
    private string _titleId = string.Empty;
    private string _aboutId = string.Empty;
    private TileText? _text;
    private MarkupString _age;

    /// <summary>The metric's key, known before its figures are.</summary>
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

    /// <summary>How often each metric moved before the viewer's eyes; each time the tile lights up.</summary>
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

    private string Name => Text.Name(Key, MetricCatalog.Find(Key)?.Name ?? Key);

    // Two names of one animation: changing from one to the other starts it again without a new element.
    private string? MovedClass => Moves.GetValueOrDefault(Key) switch
    {
        0 => null,
        var moves => moves % 2 == 1 ? "moved-odd" : "moved-even",
    };

    /// <inheritdoc />
    protected override void OnInitialized() =>
        (_testId, _titleId, _aboutId) = ("tile-" + Key, TileIds.Title(Key), TileIds.About(Key));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        (_text, _age) = (null, default);
        if (View is { } view && view.Find(Key) is { } metric)
        {
            _text = TileText.Of(Text, metric, view, Filters, Forecasts, DateOnly.FromDateTime(Now.UtcDateTime));
            // Without a line to the API, what it last said of freshness may no longer hold.
            _age = TileAge.Of(Text, view.Figures, Live.State == LiveState.Reconnecting ? null : metric.Freshness, Now);
        }

        var drawn = (View is null, _text, _age.Value, Moves.GetValueOrDefault(Key));
        (_changed, _drawn) = (drawn != _drawn, drawn);
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _changed;
}
