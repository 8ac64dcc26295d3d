using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Charts;
using Sophia.Web.Figures;
using Sophia.Web.Languages;

namespace Sophia.Web.Dashboard;

/// <summary>A metric split by a dimension: one bar for each of its values, in the order of the answer.</summary>
public sealed partial class BreakdownChart
{
    // More bars than this do not fit beside another chart; the table has all of them.
    private const int MostBars = 7;

    private DashboardMetrics? _contentOf;
    private ChartContent? _content;

    /// <summary>What finds the chart in tests.</summary>
    [Parameter, EditorRequired]
    public required string TestId { get; set; }

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the metric is split by, in one word.</summary>
    [Parameter, EditorRequired]
    public required string GroupTitle { get; set; }

    /// <summary>The name of rows that the source does not put anywhere.</summary>
    [Parameter, EditorRequired]
    public required string NoGroup { get; set; }

    /// <summary>The question that brings the split.</summary>
    [Parameter, EditorRequired]
    public required BoardQuestion Question { get; set; }

    /// <summary>The key of the metric that the bars show.</summary>
    [Parameter, EditorRequired]
    public required string Metric { get; set; }

    /// <summary>The key of a metric that the table shows beside it, or null.</summary>
    [Parameter]
    public string? Beside { get; set; }

    /// <summary>The figures, or null while they load.</summary>
    [Parameter, EditorRequired]
    public required DashboardView? View { get; set; }

    /// <summary>The chart's height in CSS pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 327;

    private MetricResult? Shown => View?.Find(Question, Metric);

    private MetricResult? ShownBeside => Beside is { } beside ? View?.Find(Question, beside) : null;

    private IReadOnlyList<MetricGroup> Groups => Shown?.Groups ?? [];

    private string? Subtitle => View is not { } view ? null
        : MetricKind.IsStock(Metric) ? Text["chart.onDay", PeriodText.Day(Text, view.Range.To)]
        : PeriodText.Range(Text, view.Range);

    private string Summary => Text["chart.breakdown", Title, string.Join(", ", Groups.Select(group => $"{GroupName(group)} {Write(group.Value)}"))];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var answer = View?.Answers.GetValueOrDefault(Question.Id);
        if (ReferenceEquals(_contentOf, answer))
        {
            return;
        }

        _contentOf = answer;
        _content = Groups.Any(static group => group.Value is not null) ? Draw([.. Groups.Take(MostBars)]) : null;
    }

    private ChartContent Draw(MetricGroup[] groups) => new()
    {
        Kind = ChartKind.Bars,
        Categories = [.. groups.Select(GroupName)],
        Unit = Shown!.Unit,
        Currency = Shown.Currency,
        Current = new(Title,
            [.. groups.Select(static group => group.Value)],
            [.. groups.Select(group => FigureText.WriteShort(Text, group.Value, Shown.Unit, Shown.Currency))],
            [.. groups.Select(Label)]),
    };

    private string Label(MetricGroup group) => ShownBeside is { } beside
        ? $"{GroupName(group)} · {Name(beside.Metric, beside)} {WriteBeside(ValueBeside(group))}"
        : GroupName(group);

    private decimal? ValueBeside(MetricGroup group) =>
        ShownBeside?.Groups?.FirstOrDefault(other => other.Key == group.Key)?.Value;

    private string GroupName(MetricGroup group) => group.Key ?? NoGroup;

    private string Name(string key, MetricResult? metric) => Text.Name(key, metric?.Name ?? MetricCatalog.Find(key)?.Name ?? key);

    private string Write(decimal? value) => FigureText.Write(Text, value, Shown?.Unit ?? MetricUnit.Count, Shown?.Currency);

    private string WriteBeside(decimal? value) => FigureText.Write(Text, value, ShownBeside?.Unit ?? MetricUnit.Count, ShownBeside?.Currency);
}
