using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Charts;
using Sophia.Web.Figures;
using Sophia.Web.Languages;
using Sophia.Web.Predictions;
using Sophia.Web.Rows;

namespace Sophia.Web.Dashboard;

/// <summary>One of several tiles' metrics over the range, with the compared range behind it.</summary>
public sealed partial class TrendChart
{
    private (bool Loading, MetricResult? Metric, DateRange? Range, IReadOnlyList<MetricForecast>? Forecasts) _drawn;
    private IReadOnlyList<MetricFilter> _drawnFilters = [];
    private bool _changed;
    private TrendForecast? _forecast;
    private ChartContent? _content;
    private MarkupString _colours;
    private string? _chosen;

    /// <summary>What finds the chart in tests.</summary>
    [Parameter, EditorRequired]
    public required string TestId { get; set; }

    /// <summary>The keys of the metrics that the viewer can choose from; the first is shown first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Metrics { get; set; }

    /// <summary>What the page is filtered by.</summary>
    [Parameter]
    public IReadOnlyList<MetricFilter> Filters { get; set; } = [];

    /// <summary>The figures, or null while they load.</summary>
    [Parameter, EditorRequired]
    public required DashboardView? View { get; set; }

    /// <summary>What is expected of the metrics; null where it could not be had or is on its way.</summary>
    [Parameter]
    public IReadOnlyList<MetricForecast>? Forecasts { get; set; }

    // What decides the drawing, besides the filters: a metric's figures that did not move are the same object.
    private (bool, MetricResult?, DateRange?, IReadOnlyList<MetricForecast>?) Shape => (View is null, Shown, View?.Range, Forecasts);

    private string Metric => _chosen ?? Metrics[0];

    private MetricResult? Shown => View?.Find(Metric);

    private string Name => Text.Name(Metric, Shown?.Name ?? MetricCatalog.Find(Metric)?.Name ?? Metric);

    private string? CurrentName => View is { } view ? PeriodText.Range(Text, view.Range) : null;

    private string? PreviousName => View?.Compared is { } compared ? PeriodText.Range(Text, compared) : null;

    private string? Subtitle => View is { } view ? GranularityWord(view.Figures.Granularity) : null;

    private string Summary => PreviousName is { } previous
        ? Text["chart.trendCompared", Name, CurrentName!, Write(Shown?.Value), previous, Write(Shown?.Previous)]
        : Text["chart.trend", Name, CurrentName ?? string.Empty, Write(Shown?.Value)];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // Most changes are of other figures, and the chart is only sent what is new.
        _changed = _drawn != Shape || !_drawnFilters.SequenceEqual(Filters);
        if (_changed)
        {
            Show();
        }
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _changed;

    private void Choose(string metric)
    {
        (_chosen, _changed) = (metric, true);
        Show();
    }

    private void Show()
    {
        (_drawn, _drawnFilters) = (Shape, Filters);
        _forecast = View is { } shownView && Forecasts is { } forecasts ? TrendForecast.Find(shownView, Metric, Filters, forecasts) : null;
        _content = View is { } view && Shown is { } shown && shown.Points.Any(static point => point.Value is not null)
            ? SharedCharts.Of(shown, Metric, new(view.Range, Filters, Forecasts), () => Draw(view, shown))
            : null;
        _colours = Colours();
    }

    private MarkupString Colours()
    {
        MarkupString? previous = PreviousName is { } name ? EncodedMarkup.Of($"""<span><i class="swatch swatch-previous"></i>{name}</span>""") : null;
        MarkupString? forecast = _forecast is { Made: var made }
            ? EncodedMarkup.Of($"""<span data-testid="{TestId}-forecast"><i class="swatch swatch-forecast"></i>{ForecastText.Legend(Text, made)}</span>""")
            : null;
        return EncodedMarkup.Of($"""<span><i class="swatch swatch-current"></i>{CurrentName}</span>{previous}{forecast}""");
    }

    private ChartContent Draw(DashboardView view, MetricResult shown)
    {
        var granularity = view.Figures.Granularity;
        return new()
        {
            Kind = ChartKind.Area,
            Categories =
            [
                .. shown.Points.Select(point => PeriodText.Axis(Text, point.Start, granularity)),
                .. _forecast?.Points.Skip(1).Select(point => PeriodText.Axis(Text, point.Start, granularity)) ?? [],
            ],
            Unit = shown.Unit,
            Currency = shown.Currency,
            Current = new(PeriodText.Range(Text, view.Range),
                [.. shown.Points.Select(static point => point.Value)],
                [.. shown.Points.Select(point => Write(point.Value))],
                Labels(view.Range, granularity, shown.Points.Count)),
            Previous = view.Compared is { } compared
                ? new(PeriodText.Range(Text, compared),
                    [.. shown.Points.Select(static point => point.Previous)],
                    [.. shown.Points.Select(point => Write(point.Previous))],
                    Labels(compared, granularity, shown.Points.Count))
                : null,
            Links = [.. view.Points.Select(RowsOf)],
            // What a stock stands at is final each day; what flows in goes on until the period is over.
            LastIsOpen = view.LastIsOpen && !MetricKind.IsStock(Metric),
            Forecast = _forecast is { Points: var points, Start: var start }
                ? new(start, Text["forecast.expected"],
                    [.. points.Select(static point => point.Mean)],
                    [.. points.Select(static point => point.Lower)],
                    [.. points.Select(static point => point.Upper)],
                    [.. points.Select(Expected)])
                : null,
        };
    }

    /// <summary>Why there is no forecast where a viewer would look for one; else null.</summary>
    private NoForecast? Missing => View is { } view && Forecasts is { } forecasts ? TrendForecast.WhyNot(view, Metric, Filters, forecasts) : null;

    private string Expected(ForecastPoint point) =>
        Text["forecast.value", FigureText.WriteShort(Text, point.Mean, Shown!.Unit, Shown.Currency),
            FigureText.WriteShort(Text, point.Lower, Shown.Unit, Shown.Currency), FigureText.WriteShort(Text, point.Upper, Shown.Unit, Shown.Currency)];

    /// <summary>Names a range's points; a compared range may have fewer of them than the chart, and the rest has no name.</summary>
    private string[] Labels(DateRange range, Granularity granularity, int count)
    {
        var points = TimeBuckets.Split(range, granularity);
        return [.. Enumerable.Range(0, count).Select(index => index < points.Count ? PeriodText.Point(Text, points[index], granularity) : FigureText.NoData)];
    }

    private string GranularityWord(Granularity granularity) => granularity switch
    {
        Granularity.Day => Text["granularity.day"],
        Granularity.Week => Text["granularity.week"],
        Granularity.Month => Text["granularity.month"],
        Granularity.Quarter => Text["granularity.quarter"],
    };

    private string RowsOf(DateRange days) => RowsQuery.AddressOf(Metric, days, Filters);

    private string Write(decimal? value) => FigureText.Write(Text, value, Shown?.Unit ?? MetricUnit.Count, Shown?.Currency);
}
