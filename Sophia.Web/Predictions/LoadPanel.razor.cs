using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Charts;
using Sophia.Web.Figures;

namespace Sophia.Web.Predictions;

/// <summary>How many calls an hour to be ready for, and how often such bounds were exceeded.</summary>
public sealed partial class LoadPanel
{
    private LoadAnswer? _contentOf;
    private ChartContent? _content;

    /// <summary>What to be ready for.</summary>
    [Parameter, EditorRequired]
    public required LoadAnswer Load { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_contentOf, Load))
        {
            _contentOf = Load;
            _content = Load.Ahead.Count > 0 ? Draw(Load) : null;
        }
    }

    private ChartContent Draw(LoadAnswer load) => new()
    {
        Kind = ChartKind.Area,
        Categories = [.. load.Recent.Select(static hour => hour.Start).Concat(load.Ahead.Select(static hour => hour.Start)).Select(Short)],
        Unit = MetricUnit.Count,
        Current = new(
            Text["load.held"],
            [.. load.Recent.Select(static hour => (decimal?)hour.Calls)],
            [.. load.Recent.Select(static hour => hour.Calls.ToString("N0", CultureInfo.CurrentCulture))],
            [.. load.Recent.Select(static hour => Hour(hour.Start))]),
        // From what is expected up to the bound.
        Forecast = new(
            load.Recent.Count,
            Text["load.band"],
            [.. load.Ahead.Select(static hour => (decimal)hour.Expected)],
            [.. load.Ahead.Select(static hour => (decimal)hour.Expected)],
            [.. load.Ahead.Select(static hour => Math.Ceiling((decimal)hour.Bound))],
            [.. load.Ahead.Select(hour => Text["load.point", Mean(hour.Expected), Calls(hour.Bound)].Value)]),
    };

    private string Summary(LoadAnswer load) => Text["load.summary", Calls(Peak(load).Bound), Hour(Peak(load).Start)];

    private string Record(LoadAnswer load) => load.BackTest is { } test
        ? Text["load.record", FigureText.Percent((decimal)test.ShareAbove), test.Steps.ToString("N0", CultureInfo.CurrentCulture), FigureText.Percent((decimal)(1 - load.ServiceLevel!.Value))]
        : Text["forecast.untested"];

    private static ExpectedHour Peak(LoadAnswer load) => load.Ahead.MaxBy(static hour => hour.Bound)!;

    private static string Hour(DateTimeOffset start) => start.UtcDateTime.ToString("dddd HH:mm", CultureInfo.CurrentCulture) + " UTC";

    private static string Short(DateTimeOffset start) => start.UtcDateTime.ToString("ddd HH:mm", CultureInfo.CurrentCulture);

    // Calls come whole: to be ready for 3.2 is to be ready for 4.
    private static string Calls(double bound) => Math.Ceiling(bound).ToString("N0", CultureInfo.CurrentCulture);

    private static string Mean(double calls) => calls.ToString("N1", CultureInfo.CurrentCulture);
}
