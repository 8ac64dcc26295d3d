using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Metrics;
using Sophia.Web.Charts;
using Sophia.Web.Figures;
using Sophia.Web.Languages;
using Sophia.Web.Rows;

namespace Sophia.Web.Alerts;

/// <summary>A metric day by day: what its own past let expect before the day was known, and what happened.</summary>
public sealed partial class ExpectedChart
{
    private ChartContent? _content;
    private IReadOnlyList<BaselineDay>? _contentOf;

    /// <summary>The metric's key.</summary>
    [Parameter, EditorRequired]
    public required string Metric { get; set; }

    /// <summary>The judged days, the newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BaselineDay> Days { get; set; }

    /// <summary>The ISO 4217 code of amounts of money, else null.</summary>
    [Parameter]
    public string? Currency { get; set; }

    private string Name => Text.Name(Metric, MetricCatalog.Find(Metric)?.Name ?? Metric);

    private MetricUnit Unit => MetricCatalog.Find(Metric)?.Unit ?? MetricUnit.Count;

    private string Summary => Text["alerts.expectedSummary", Name, Days.Count, Days.Count(static day => day.State == AnomalyState.Anomalous)];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_contentOf, Days))
        {
            (_contentOf, _content) = (Days, Draw());
        }
    }

    /// <summary>Draws the days of which something was expected; the table has the others, too.</summary>
    private ChartContent? Draw()
    {
        BaselineDay[] days = [.. Days.Where(static day => day.Expected is { Lower: not null, Centre: not null, Upper: not null }).Reverse()];
        return days.Length == 0 ? null : new()
        {
            Kind = ChartKind.Area,
            Categories = [.. days.Select(day => PeriodText.Axis(Text, day.Day, Granularity.Day))],
            Unit = Unit,
            Currency = Currency,
            Current = new(Text["alerts.happened"],
                [.. days.Select(static day => day.Value)],
                [.. days.Select(day => Write(day.Value))],
                [.. days.Select(day => PeriodText.Day(Text, day.Day))]),
            Links = [.. days.Select(day => RowsOf(day.Day))],
            Forecast = new(0, Text["alerts.expectation"],
                [.. days.Select(static day => day.Expected!.Centre!.Value)],
                [.. days.Select(static day => day.Expected!.Lower!.Value)],
                [.. days.Select(static day => day.Expected!.Upper!.Value)],
                [.. days.Select(Expected)]),
            Marks = [.. days.Index().Where(static day => day.Item.State == AnomalyState.Anomalous).Select(static day => day.Index)],
        };
    }

    private string Verdict(BaselineDay day) => day.State switch
    {
        AnomalyState.Learning => Text["alerts.learning"],
        AnomalyState.Normal => Text["alerts.normal"],
        AnomalyState.Anomalous => day.Kind is { } kind ? Text["alerts.kind." + kind] : Text["alerts.unusual"],
        AnomalyState.Missing => Text["noData"],
    };

    private string Expected(BaselineDay day) => day.Expected is { Lower: { } lower, Upper: { } upper }
        ? Text["alerts.expectedRange", Write(lower), Write(upper)]
        : FigureText.NoData;

    private string RowsOf(DateOnly day) => RowsQuery.AddressOf(Metric, new(day, day));

    private string Write(decimal? value) => FigureText.Write(Text, value, Unit, Currency);
}
