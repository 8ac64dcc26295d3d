using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Sophia.Core.Analytics.Sales.Survival;
using Sophia.Core.Metrics;
using Sophia.Web.Charts;
using Sophia.Web.Figures;

namespace Sophia.Web.Deals;

/// <summary>How the pipeline moved, whether it is enough for what is still to be won, and how long deals take.</summary>
public sealed partial class PipelineCard
{
    private const int RowHeight = 46;

    private PipelineView? _contentOf;
    private ChartContent? _content;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required PipelineView Pipeline { get; set; }

    /// <summary>Whether the whole pipeline is looked at instead of what is promised for the quarter.</summary>
    [Parameter]
    public bool Whole { get; set; }

    /// <summary>Where the whole pipeline is looked at, or what is promised for the quarter.</summary>
    [Parameter, EditorRequired]
    public required Func<bool, string> AddressOf { get; set; }

    private WaterfallStep[] Steps => Pipeline.Waterfall?.Waterfall is { } waterfall ? WaterfallStep.Of(waterfall) : [];

    private string? Currency => Pipeline.Waterfall?.Currency ?? Pipeline.Coverage?.Currency;

    private string QuarterName => Pipeline.Waterfall is { } answer ? PeriodText.Axis(Text, answer.From, Granularity.Quarter) : Text["deals.open"];

    private string? Subtitle => Pipeline.Waterfall is { } answer ? Text["waterfall.lead", PeriodText.Day(Text, answer.From)].Value : null;

    private string? Note => Pipeline.Waterfall is { FirstHeardLater: > 0 } answer
        ? Text["waterfall.heardLater", Count(answer.OpenAtStart), Count(answer.FirstHeardLater)].Value
        : null;

    private string Summary => Pipeline.Waterfall?.Waterfall is { } moved
        ? Text["waterfall.summary", Money(moved.Start), Money(moved.End), Money(moved.New + moved.Reopened + moved.PulledIn), Money(moved.Won), Money(moved.Lost)]
        : string.Empty;

    private int Height => RowHeight * Math.Max(5, _content?.Categories.Count ?? 0);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_contentOf, Pipeline))
        {
            _contentOf = Pipeline;
            _content = Steps is { Length: > 0 } steps ? Draw([.. steps.Where(static step => step.IsLevel || step.Amount != 0)]) : null;
        }
    }

    private ChartContent Draw(WaterfallStep[] steps)
    {
        string[] names = [.. steps.Select(step => Text["waterfall." + step.Key].Value)];
        return new()
        {
            Kind = ChartKind.Waterfall,
            Categories = names,
            Unit = MetricUnit.Money,
            Currency = Currency,
            Current = new(
                Text["waterfall.amount"], [.. steps.Select(static step => (decimal?)step.Amount)],
                [.. steps.Select(step => Write(step, FigureText.WriteShort))], names),
            Tones = [.. steps.Select(static step => step.Tone)],
        };
    }

    private string Write(WaterfallStep step, Func<IStringLocalizer, decimal?, MetricUnit, string?, string> write) =>
        (step is { IsLevel: false, Amount: > 0 } ? "+" : "") + write(Text, step.Amount, MetricUnit.Money, Currency);

    private string Money(decimal? amount) => FigureText.Write(Text, amount, MetricUnit.Money, Currency);

    private static string Times(decimal ratio) => ratio.ToString("N1", CultureInfo.CurrentCulture);

    private static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Days(SegmentCycle cycle, double share) =>
        cycle.Quantiles.FirstOrDefault(quantile => quantile.Share == share)?.Days is { } days ? days.ToString("N0", CultureInfo.CurrentCulture) : FigureText.NoData;
}
