using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;
using Sophia.Web.Languages;
using Sophia.Web.Live;
using Sophia.Web.Predictions;
using Sophia.Web.Rows;

namespace Sophia.Web.Dashboard;

/// <summary>One figure: value, change, course and how far it can be relied on.</summary>
public sealed partial class MetricTile
{
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

    private MetricResult? Metric => View?.Find(Key);

    private bool Loading => View is null;

    private bool LastIsOpen => View?.LastIsOpen ?? false;

    private DateTimeOffset? AsOf => View?.Figures.AsOf;

    // Without a line to the API, what it last said of freshness may no longer hold.
    private FreshnessStatus? Freshness => Live.State == LiveState.Reconnecting ? null : Metric?.Freshness;

    private IReadOnlyList<string> Sources => View is { } view && MetricCatalog.Find(Key) is { } metric
        ? [.. view.Freshness.Of(metric.Families).Sources.Select(static source => SourceName.Of(source.Source))]
        : [];

    private string TitleId => "title-" + Key.Replace('.', '-');

    private string AboutId => "about-" + Key.Replace('.', '-');

    private string Name => Text.Name(Key, Metric?.Name ?? MetricCatalog.Find(Key)?.Name ?? Key);

    private ChangeText? Verdict => Changes is [var first, ..] ? first : null;

    private IReadOnlyList<ChangeText> Changes => Metric is { } metric
        ? [.. Compared.Select(comparison => ChangeText.Of(Text, metric, comparison)).Append(Expected).OfType<ChangeText>()]
        : [];

    private ChangeText? Expected => Metric is { } metric && View is { } view && Forecasts is { } forecasts
        ? ExpectedChange.Of(Text, metric, view, Filters, forecasts, DateOnly.FromDateTime(Now.UtcDateTime))
        : null;

    /// <summary>Where two comparisons are of the same days, as with twelve months, one says it.</summary>
    private IEnumerable<MetricComparison> Compared =>
        Metric!.Comparisons.DistinctBy(comparison => DaysOf(comparison.Compare) is { } days ? (days.From, days.To) : default);

    /// <summary>The names of the filters that this metric has no dimension for.</summary>
    private string Unfiltered => string.Join(", ", Filters
        .Where(filter => Metric is { } metric && !metric.Filters.Contains(filter.Dimension))
        .Select(filter => Text["dimension." + filter.Dimension].Value));

    private string RowsAddress => View is { } view ? RowsQuery.AddressOf(Key, view.Range, Filters) : "/";

    private ComparedRange? DaysOf(Comparison comparison) => View?.Figures.Comparisons.FirstOrDefault(range => range.Compare == comparison);

    private string Write(decimal? value) => FigureText.Write(Text, value, Metric!.Unit, Metric.Currency);

    private static string? ClassOf(ChangeText? change) => change?.Verdict switch
    {
        ChangeVerdict.Better => "change-better",
        ChangeVerdict.Worse => "change-worse",
        ChangeVerdict.Unchanged or ChangeVerdict.Unknown or null => null,
    };

    // Two names of one animation: changing from one to the other starts it again without a new element.
    private string? MovedClass => Moves.GetValueOrDefault(Key) switch
    {
        0 => null,
        var moves => moves % 2 == 1 ? "moved-odd" : "moved-even",
    };

    private string FreshnessKey => Freshness switch
    {
        FreshnessStatus.Fresh => "fresh",
        FreshnessStatus.Loading => "loading",
        FreshnessStatus.Stale => "stale",
        FreshnessStatus.NoData or null => "none",
    };

    private string FreshnessWord => Freshness switch
    {
        FreshnessStatus.Fresh => Text["tile.fresh"],
        FreshnessStatus.Loading => Text["tile.incomplete"],
        FreshnessStatus.Stale => Text["tile.outOfDate"],
        FreshnessStatus.NoData or null => Text["tile.asOf"],
    };
}
