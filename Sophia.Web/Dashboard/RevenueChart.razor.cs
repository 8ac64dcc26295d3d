using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Charts;
using Sophia.Web.Figures;

namespace Sophia.Web.Dashboard;

/// <summary>Revenue over the range, with the compared range behind it.</summary>
public sealed partial class RevenueChart
{
    private DashboardMetrics? _contentOf;
    private ChartContent? _content;

    /// <summary>The figures, or null while they load.</summary>
    [Parameter, EditorRequired]
    public required DashboardView? View { get; set; }

    private MetricResult? Revenue => View?.Find(DashboardQueries.Revenue);

    private string? CurrentName => View is { } view ? PeriodText.Range(view.Range) : null;

    private string? PreviousName => View?.Compared is { } compared ? PeriodText.Range(compared) : null;

    private string? Subtitle => View is { } view ? $"{GranularityWord(view.Figures.Granularity)}, by the day deals were won" : null;

    private string Summary => $"Revenue, {CurrentName}: {Write(Revenue?.Value)}"
        + (PreviousName is { } previous ? $"; {previous}: {Write(Revenue?.Previous)}." : ".");

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // The chart is only sent what is new.
        if (ReferenceEquals(_contentOf, View?.Figures))
        {
            return;
        }

        _contentOf = View?.Figures;
        _content = View is { } view && Revenue is { } revenue && revenue.Points.Any(static point => point.Value is not null)
            ? Draw(view, revenue)
            : null;
    }

    private static ChartContent Draw(DashboardView view, MetricResult revenue)
    {
        var granularity = view.Figures.Granularity;
        return new(
            "area",
            [.. revenue.Points.Select(point => PeriodText.Axis(point.Start, granularity))],
            FigureText.CurrencySign(revenue.Currency),
            new(PeriodText.Range(view.Range),
                [.. revenue.Points.Select(static point => point.Value)],
                [.. revenue.Points.Select(point => FigureText.Write(point.Value, revenue.Unit, revenue.Currency))],
                Labels(view.Range, granularity, revenue.Points.Count)),
            view.Compared is { } compared
                ? new(PeriodText.Range(compared),
                    [.. revenue.Points.Select(static point => point.Previous)],
                    [.. revenue.Points.Select(point => FigureText.Write(point.Previous, revenue.Unit, revenue.Currency))],
                    Labels(compared, granularity, revenue.Points.Count))
                : null,
            view.LastIsOpen);
    }

    /// <summary>Names a range's points; a compared range may have fewer of them than the chart, and the rest has no name.</summary>
    private static string[] Labels(DateRange range, Granularity granularity, int count)
    {
        var points = TimeBuckets.Split(range, granularity);
        return [.. Enumerable.Range(0, count).Select(index => index < points.Count ? PeriodText.Point(points[index], granularity) : "—")];
    }

    private static string GranularityWord(Granularity granularity) => granularity switch
    {
        Granularity.Day => "By day",
        Granularity.Week => "By week",
        Granularity.Month => "By month",
        Granularity.Quarter => "By quarter",
    };

    private string Write(decimal? value) => FigureText.Write(value, MetricUnit.Money, Revenue?.Currency);
}
