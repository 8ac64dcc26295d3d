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
        var starts = revenue.Points.Select(static point => point.Start).ToArray();
        return new(
            "area",
            [.. starts.Select(start => PeriodText.Axis(start, granularity))],
            FigureText.CurrencySign(revenue.Currency),
            new(PeriodText.Range(view.Range),
                [.. revenue.Points.Select(static point => point.Value)],
                [.. revenue.Points.Select(point => FigureText.Write(point.Value, revenue.Unit, revenue.Currency))],
                [.. starts.Select(start => PeriodText.Point(start, granularity))]),
            view.Compared is { } compared
                ? new(PeriodText.Range(compared),
                    [.. revenue.Points.Select(static point => point.Previous)],
                    [.. revenue.Points.Select(point => FigureText.Write(point.Previous, revenue.Unit, revenue.Currency))],
                    ComparedLabels(compared, granularity, starts.Length))
                : null);
    }

    /// <summary>Names the compared points; where the compared range has fewer points, the rest has no name.</summary>
    private static string[] ComparedLabels(DateRange compared, Granularity granularity, int count)
    {
        var labels = TimeBuckets.Split(compared, granularity).Select(bucket => PeriodText.Point(bucket.From, granularity)).ToArray();
        return [.. Enumerable.Range(0, count).Select(index => index < labels.Length ? labels[index] : "Compared")];
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
