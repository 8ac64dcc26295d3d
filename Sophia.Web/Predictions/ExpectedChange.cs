using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Dashboard;
using Sophia.Web.Figures;

namespace Sophia.Web.Predictions;

/// <summary>Holds a metric against what was expected of the running month.</summary>
internal static class ExpectedChange
{
    /// <summary>The overview's tiles that a forecast is made of.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [.. TrendForecast.Metrics, "calls.held", "people.headcount"];

    /// <summary>
    /// The comparison in words, or null where nothing was expected of exactly this part, or where the figures do not reach from
    /// the first of the month to today. What flows in is told as the share of the whole month that has come; what stands as the
    /// distance from the month's expected end. Only what lies outside the expected range is good or bad.
    /// </summary>
    public static ChangeText? Of(
        IStringLocalizer text, MetricResult metric, DashboardView view, IReadOnlyList<MetricFilter> filters, IReadOnlyList<MetricForecast> forecasts, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        if (TrendForecast.Of(metric.Metric, filters, forecasts) is not { } made
            || made.Points.FirstOrDefault(point => point.Start == month) is not { Mean: > 0 } expected
            || view.Range.To < today)
        {
            return null;
        }

        var stock = MetricKind.IsStock(metric.Metric);
        if ((stock ? metric.Value : Since(month, metric, view)) is not { } value)
        {
            return null;
        }

        // The year goes without saying: it is the running month.
        var name = month.ToString(text["format.monthOfYear"], CultureInfo.CurrentCulture);
        string Write(decimal amount) => FigureText.WriteShort(text, amount, metric.Unit, metric.Currency);
        var verdict = value > expected.Upper ? ChangeText.Judge(metric.GoodDirection, up: true)
            : stock && value < expected.Lower ? ChangeText.Judge(metric.GoodDirection, up: false)
            : ChangeVerdict.Unchanged;
        if (!stock)
        {
            return new(verdict, string.Empty, FigureText.Percent(value / expected.Mean), text["expected.ofMonth", Write(expected.Mean), name]);
        }

        var change = Math.Round((value - expected.Mean) / expected.Mean, 3, MidpointRounding.AwayFromZero);
        var against = text["expected.byEnd", Write(expected.Mean), name];
        return change == 0
            ? new(ChangeVerdict.Unchanged, string.Empty, text["expected.on"], against)
            : new(verdict, change > 0 ? "▲" : "▼", text[change > 0 ? "expected.above" : "expected.below", FigureText.Percent(Math.Abs(change))], against);
    }

    /// <summary>What has come in since the first of the month: forecasts are made of metrics whose days add up.</summary>
    private static decimal? Since(DateOnly month, MetricResult metric, DashboardView view)
    {
        if (view.Range.From == month)
        {
            return metric.Value;
        }

        MetricPoint[] points = [.. metric.Points.SkipWhile(point => point.Start < month)];
        return points is [{ Start: var first }, ..] && first == month ? points.Sum(static point => point.Value) : null;
    }
}
