using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Charts;
using Sophia.Web.Figures;

namespace Sophia.Web.Dashboard;

/// <summary>The open pipeline's value by stage, in the order in which deals pass the stages.</summary>
public sealed partial class PipelineChart
{
    private DashboardMetrics? _contentOf;
    private ChartContent? _content;

    /// <summary>The figures, or null while they load.</summary>
    [Parameter, EditorRequired]
    public required DashboardView? View { get; set; }

    private MetricResult? Pipeline => View?.FindStaged(DashboardQueries.OpenPipeline);

    private MetricResult? OpenDeals => View?.FindStaged(DashboardQueries.OpenDeals);

    private IReadOnlyList<MetricGroup> Stages => View?.ByStage(DashboardQueries.OpenPipeline) ?? [];

    private string? Subtitle => View is { } view ? $"Open deals on {PeriodText.Day(view.Range.To)}" : null;

    private string Summary => $"Open pipeline by stage: {string.Join(", ", Stages.Select(stage => $"{StageName(stage)} {Write(stage.Value)}"))}.";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_contentOf, View?.Stages))
        {
            return;
        }

        _contentOf = View?.Stages;
        _content = Stages.Any(static stage => stage.Value is not null) ? Draw() : null;
    }

    private ChartContent Draw()
    {
        string[] names = [.. Stages.Select(StageName)];
        return new(
            "bars", names, FigureText.CurrencySign(Pipeline?.Currency),
            new("Open pipeline",
                [.. Stages.Select(static stage => stage.Value)],
                [.. Stages.Select(stage => FigureText.WriteShort(stage.Value, MetricUnit.Money, Pipeline?.Currency))],
                [.. Stages.Select(stage => $"{StageName(stage)}, {FigureText.Write(Deals(stage), MetricUnit.Count, null)} deals")]),
            Previous: null);
    }

    private decimal? Deals(MetricGroup stage) =>
        View!.ByStage(DashboardQueries.OpenDeals).FirstOrDefault(group => group.Key == stage.Key)?.Value;

    private static string StageName(MetricGroup stage) => stage.Key ?? "No stage";

    private string Write(decimal? value) => FigureText.Write(value, MetricUnit.Money, Pipeline?.Currency);
}
