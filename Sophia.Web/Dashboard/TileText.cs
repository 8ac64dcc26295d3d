using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;
using Sophia.Web.Languages;
using Sophia.Web.Predictions;
using Sophia.Web.Rows;

namespace Sophia.Web.Dashboard;

/// <summary>What a tile says of a metric. It is written once for all open pages that show the same figures in the same language.</summary>
internal sealed class TileText
{
    // Lives as long as the figures; one for each language.
    private static readonly ConditionalWeakTable<MetricResult, ConcurrentDictionary<string, TileText>> s_written = [];

    private readonly Basis _basis;
    private readonly IReadOnlyList<MetricFilter> _filters;

    private TileText(IStringLocalizer text, MetricResult metric, DashboardView view, IReadOnlyList<MetricFilter> filters, Basis basis)
    {
        (_basis, _filters) = (basis, filters);
        MetricComparison[] compared = [.. Compared(metric, view)];
        ChangeText[] changes = [.. compared.Select(comparison => ChangeText.Of(text, metric, comparison)).Append(Expected(text, metric, view, filters, basis)).OfType<ChangeText>()];
        var name = text.Name(metric.Metric, metric.Name);
        MarkupString? verdict = changes is [var first, ..] && first.VerdictWord(text) is { Length: > 0 } word
            ? EncodedMarkup.Of($"""<span class="verdict {ClassOf(first)}" data-testid="tile-verdict">{word}</span>""")
            : null;
        Heading = EncodedMarkup.Of($"""<h2 id="{TileIds.Title(metric.Metric)}">{name}</h2><button type="button" class="about" popovertarget="{TileIds.About(metric.Metric)}" aria-label="{text["tile.about", name].Value}"><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.5" /><path d="M8 7.4v3.6M8 5v.2" /></svg></button>{verdict}""");
        Definition = Define(text, metric, view, compared, name, basis.Sources);
        Value = metric.Value is { } value ? FigureText.Write(text, value, metric.Unit, metric.Currency) : null;
        Number = metric.Value?.ToString(CultureInfo.InvariantCulture);
        NoValue = metric.Value is null ? Missing(text, metric) : default;
        Course = EncodedMarkup.Of($"""<div class="changes" data-testid="tile-change">{Describe(text, metric, filters, changes)}</div>{Sparkline.Of(metric.Points, basis.LastIsOpen && !MetricKind.IsStock(metric.Metric))}""");
        RowsAddress = RowsQuery.AddressOf(metric.Metric, view.Range, filters);
    }

    /// <summary>The name, what opens the definition, and whether the first change is good: hardly ever another one.</summary>
    public MarkupString Heading { get; }

    /// <summary>What the metric means, what it is held against, and where it comes from.</summary>
    public MarkupString Definition { get; }

    /// <summary>The value in words, or null where there is none.</summary>
    public string? Value { get; }

    /// <summary>The value as programs read it, or null where there is none.</summary>
    public string? Number { get; }

    /// <summary>What stands in the value's place where there is none.</summary>
    public MarkupString NoValue { get; }

    /// <summary>The changes, or why there are none, and the small course.</summary>
    public MarkupString Course { get; }

    /// <summary>Where the rows behind the value are.</summary>
    public string RowsAddress { get; }

    /// <summary>Writes it, unless it has been written.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="view">The figures that it is one of.</param>
    /// <param name="filters">What the page is filtered by.</param>
    /// <param name="forecasts">What is expected of metrics, or null.</param>
    /// <param name="today">The present UTC day.</param>
    public static TileText Of(
        IStringLocalizer text, MetricResult metric, DashboardView view, IReadOnlyList<MetricFilter> filters, IReadOnlyList<MetricForecast>? forecasts, DateOnly today)
    {
        var basis = new Basis(view.Range, view.LastIsOpen, SourcesOf(metric.Metric, view), forecasts, today);
        var written = s_written.GetOrCreateValue(metric);
        var language = CultureInfo.CurrentUICulture.Name;
        return written.TryGetValue(language, out var known) && known._basis == basis && known._filters.SequenceEqual(filters)
            ? known
            : written[language] = new(text, metric, view, filters, basis);
    }

    private static string SourcesOf(string key, DashboardView view) => MetricCatalog.Find(key) is { } metric
        ? string.Join(", ", view.Freshness.Of(metric.Families).Sources.Select(static source => SourceName.Of(source.Source)))
        : string.Empty;

    /// <summary>Where two comparisons are of the same days, as with twelve months, one says it.</summary>
    private static IEnumerable<MetricComparison> Compared(MetricResult metric, DashboardView view) =>
        metric.Comparisons.DistinctBy(comparison => DaysOf(view, comparison) is { } days ? (days.From, days.To) : default);

    private static ComparedRange? DaysOf(DashboardView view, MetricComparison comparison) =>
        view.Figures.Comparisons.FirstOrDefault(range => range.Compare == comparison.Compare);

    private static ChangeText? Expected(IStringLocalizer text, MetricResult metric, DashboardView view, IReadOnlyList<MetricFilter> filters, Basis basis) =>
        basis.Forecasts is { } forecasts ? ExpectedChange.Of(text, metric, view, filters, forecasts, basis.Today) : null;

    private static MarkupString Define(IStringLocalizer text, MetricResult metric, DashboardView view, MetricComparison[] compared, string name, string sources)
    {
        var held = compared.Select(comparison => DaysOf(view, comparison) is { } days
            ? EncodedMarkup.Of($"""<p class="sources">{PeriodText.Range(text, new(days.From, days.To))}: {FigureText.Write(text, comparison.Value, metric.Unit, metric.Currency)}</p>""").Value
            : null);
        MarkupString? from = sources.Length > 0 ? EncodedMarkup.Of($"""<p class="sources">{text["tile.source", sources].Value}</p>""") : null;
        return EncodedMarkup.Of($"""<strong>{name}</strong><p>{text.Definition(metric.Metric, metric.Definition)}</p>{new MarkupString(string.Concat(held))}{from}""");
    }

    private static MarkupString Missing(IStringLocalizer text, MetricResult metric) => metric.Suppressed
        ? EncodedMarkup.Of($"""<span class="none withheld" data-testid="tile-value">{text["withheld"].Value}</span>""")
        : EncodedMarkup.Of($"""<span class="none" data-testid="tile-value"><span aria-hidden="true">{FigureText.NoData}</span><span class="visually-hidden">{text["noData"].Value}</span></span>""");

    private static MarkupString Describe(IStringLocalizer text, MetricResult metric, IReadOnlyList<MetricFilter> filters, ChangeText[] changes)
    {
        var each = changes.Select(static change =>
        {
            MarkupString? arrow = change.Arrow.Length > 0 ? EncodedMarkup.Of($"""<span class="arrow" aria-hidden="true">{change.Arrow}</span>""") : null;
            return EncodedMarkup.Of($"""<p class="change {ClassOf(change)}"><span class="amount">{arrow}{change.Amount}</span> <span class="against">{change.Against}</span></p>""").Value;
        });
        var why = metric.Suppressed ? "tile.withheld" : metric.Value is null ? "tile.noDataInPeriod" : null;
        MarkupString? none = why is null ? null : EncodedMarkup.Of($"""<p class="change"><span class="against">{text[why].Value}</span></p>""");
        // The names of the filters that this metric has no dimension for.
        var other = string.Join(", ", filters.Where(filter => !metric.Filters.Contains(filter.Dimension)).Select(filter => text["dimension." + filter.Dimension].Value));
        MarkupString? unfiltered = other.Length == 0 ? null : EncodedMarkup.Of($"""<p class="change unfiltered">{text["tile.unfiltered", other].Value}</p>""");
        return EncodedMarkup.Of($"{new MarkupString(string.Concat(each))}{none}{unfiltered}");
    }

    private static string? ClassOf(ChangeText change) => change.Verdict switch
    {
        ChangeVerdict.Better => "change-better",
        ChangeVerdict.Worse => "change-worse",
        ChangeVerdict.Unchanged or ChangeVerdict.Unknown => null,
    };

    /// <summary>What is written depends on this, besides the metric, the filters and the language.</summary>
    private sealed record Basis(DateRange Range, bool LastIsOpen, string Sources, IReadOnlyList<MetricForecast>? Forecasts, DateOnly Today);
}
