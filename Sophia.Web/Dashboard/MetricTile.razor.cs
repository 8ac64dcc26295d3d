using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;
using Sophia.Web.Languages;
using Sophia.Web.Predictions;
using Sophia.Web.Rows;

namespace Sophia.Web.Dashboard;

/// <summary>One figure: value, change, course and how far it can be relied on.</summary>
public sealed partial class MetricTile
{
    /// <summary>The metric's key, known before its figures are.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    /// <summary>The figures, or null where there are none.</summary>
    [Parameter, EditorRequired]
    public required MetricResult? Metric { get; set; }

    /// <summary>Whether the figures are on their way, so that their outline is drawn.</summary>
    [Parameter]
    public bool Loading { get; set; }

    /// <summary>What the figures are about and held against, or null while they load.</summary>
    [Parameter]
    public DashboardView? View { get; set; }

    /// <summary>What the page is filtered by.</summary>
    [Parameter]
    public IReadOnlyList<MetricFilter> Filters { get; set; } = [];

    /// <summary>When the newest event in the figures was recorded, or null where there is none.</summary>
    [Parameter]
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>How far the figures can be relied on, or null where nobody can say at the moment.</summary>
    [Parameter]
    public FreshnessStatus? Freshness { get; set; }

    /// <summary>The systems that the figures come from, as their makers write them.</summary>
    [Parameter]
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>How often the value moved while it was looked at; each time the tile lights up.</summary>
    [Parameter]
    public int Moves { get; set; }

    /// <summary>Whether the last point of the series is not over yet.</summary>
    [Parameter]
    public bool LastIsOpen { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    /// <summary>Whether the tile is one of the large ones.</summary>
    [Parameter]
    public bool Prominent { get; set; }

    /// <summary>What is expected of metrics; null where it could not be had or is on its way.</summary>
    [Parameter]
    public IReadOnlyList<MetricForecast>? Forecasts { get; set; }

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
    private string? MovedClass => Moves == 0 ? null : Moves % 2 == 1 ? "moved-odd" : "moved-even";

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
