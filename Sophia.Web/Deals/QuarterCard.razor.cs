using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Analytics.Sales.QuarterEnd;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Charts;
using Sophia.Web.Figures;

namespace Sophia.Web.Deals;

/// <summary>What the running quarter will have brought, how sure that is, and how the expectation moved over its days.</summary>
public sealed partial class QuarterCard
{
    private const double Low = 0.10;
    private const double High = 0.90;

    private QuarterAnswer? _contentOf;
    private ChartContent? _content;

    /// <summary>The quarter.</summary>
    [Parameter, EditorRequired]
    public required QuarterAnswer Quarter { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    private QuarterOutlook[] Made => [.. Quarter.Course.Where(static one => one.Forecast is not null)];

    private string Summary => Made is [{ Forecast: { } first } start, .., { Forecast: { } last } end]
        ? Text["quarter.summary", Day(start), Expected(first), Day(end), Expected(last)]
        : string.Empty;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_contentOf, Quarter))
        {
            _contentOf = Quarter;
            // One day is no course.
            _content = Made is { Length: > 1 } made ? Draw(made) : null;
        }
    }

    private ChartContent Draw(QuarterOutlook[] made) => new()
    {
        Kind = ChartKind.Area,
        Categories = [.. made.Select(one => PeriodText.Axis(Text, DateOnly.FromDateTime(one.MadeAt.UtcDateTime), Granularity.Day))],
        Unit = MetricUnit.Money,
        Currency = made[^1].Currency,
        Current = new(
            Text["quarter.won"],
            [.. made.Select(static one => (decimal?)one.Forecast!.Won)],
            [.. made.Select(one => Write((double)one.Forecast!.Won))],
            [.. made.Select(one => $"{Day(one)}, {Text["quarter.won"]}")]),
        Forecast = new(
            0, Text["quarter.expected"],
            [.. made.Select(static one => (decimal)one.Forecast!.Mean)],
            [.. made.Select(static one => (decimal)one.Forecast!.Quantile(Low))],
            [.. made.Select(static one => (decimal)one.Forecast!.Quantile(High))],
            [.. made.Select(one => Expected(one.Forecast!))]),
    };

    private string Expected(PeriodForecast forecast) =>
        Text["forecast.value", Short(forecast.Mean), Short(forecast.Quantile(Low)), Short(forecast.Quantile(High))];

    private string Day(QuarterOutlook one) => PeriodText.Day(Text, DateOnly.FromDateTime(one.MadeAt.UtcDateTime));

    private string Write(double value) => FigureText.Write(Text, (decimal)value, MetricUnit.Money, Quarter.Newest?.Currency);

    private string Short(double value) => FigureText.WriteShort(Text, (decimal)value, MetricUnit.Money, Quarter.Newest?.Currency);

    /// <summary>A part of the largest quantile in percent.</summary>
    private static string Css(double value, PeriodForecast forecast) =>
        (forecast.Quantiles[^1].Value is > 0 and var most ? Math.Clamp(100 * value / most, 0, 100) : 0).ToString("F2", CultureInfo.InvariantCulture);
}
