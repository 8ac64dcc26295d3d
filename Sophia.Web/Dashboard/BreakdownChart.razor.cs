using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Charts;
using Sophia.Web.Figures;
using Sophia.Web.Languages;
using Sophia.Web.Rows;

namespace Sophia.Web.Dashboard;

/// <summary>
/// One of several metrics split by a dimension: one bar for each of its values, in the order of the answer. The table has
/// all of them side by side.
/// </summary>
public sealed partial class BreakdownChart
{
    // More bars than this do not fit beside another chart; the table has all of them.
    private const int MostBars = 8;

    private DashboardMetrics? _contentOf;
    private ChartContent? _content;
    private string? _chosen;
    private IReadOnlyList<MetricFilter> _drawnFilters = [];
    private bool _wasLoading;
    private bool _changed;

    /// <summary>What finds the chart in tests.</summary>
    [Parameter, EditorRequired]
    public required string TestId { get; set; }

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the metrics are split by, in one word.</summary>
    [Parameter, EditorRequired]
    public required string GroupTitle { get; set; }

    /// <summary>The name of rows that the source does not put anywhere.</summary>
    [Parameter, EditorRequired]
    public required string NoGroup { get; set; }

    /// <summary>The question that brings the split; its first metric is shown first.</summary>
    [Parameter, EditorRequired]
    public required BoardQuestion Question { get; set; }

    /// <summary>What must be known to read the parts, or null.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>What the page is filtered by.</summary>
    [Parameter]
    public IReadOnlyList<MetricFilter> Filters { get; set; } = [];

    /// <summary>The figures, or null while they load.</summary>
    [Parameter, EditorRequired]
    public required DashboardView? View { get; set; }

    /// <summary>The chart's height in CSS pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 327;

    private string Metric => _chosen ?? Question.Metrics[0];

    private MetricResult? Shown => View?.Find(Question, Metric);

    private IReadOnlyList<MetricGroup> Groups => Shown?.Groups ?? [];

    private IReadOnlyList<MetricResult> Columns => View?.Answers.GetValueOrDefault(Question.Id)?.Metrics ?? [];

    private string? Subtitle => View is not { } view ? null
        : MetricKind.IsStock(Metric) ? Text["chart.onDay", PeriodText.Day(Text, view.Range.To)]
        : PeriodText.Range(Text, view.Range);

    private string Summary => Shown is { } shown
        ? Text["chart.breakdown", Title, Text.Name(Metric, shown.Name), string.Join(", ", Groups.Select(group => $"{GroupName(group)} {Write(shown, group)}"))]
        : Title;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // Most changes are of other figures.
        _changed = !ReferenceEquals(_contentOf, View?.Answers.GetValueOrDefault(Question.Id)) || _wasLoading != View is null || !_drawnFilters.SequenceEqual(Filters);
        (_wasLoading, _drawnFilters) = (View is null, Filters);
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
        _contentOf = View?.Answers.GetValueOrDefault(Question.Id);
        _content = _contentOf is { } answer && Shown is { } shown && Groups.Any(static group => group.Value is not null)
            ? SharedCharts.Of(answer, Metric, new(View!.Range, Filters), () => Draw(shown, [.. Groups.Take(MostBars)]))
            : null;
    }

    private ChartContent Draw(MetricResult shown, MetricGroup[] groups) => new()
    {
        Kind = ChartKind.Bars,
        Categories = [.. groups.Select(GroupName)],
        Unit = shown.Unit,
        Currency = shown.Currency,
        Current = new(Title,
            [.. groups.Select(static group => group.Value)],
            [.. groups.Select(group => group.Suppressed ? Text["withheld"] : FigureText.WriteShort(Text, group.Value, shown.Unit, shown.Currency))],
            [.. groups.Select(Label)]),
        Links = [.. groups.Select(group => group.Value is null ? null : RowsOf(Metric, group))],
    };

    /// <summary>The rows behind a group are those of the whole, kept to the group.</summary>
    private string RowsOf(string metric, MetricGroup group) => RowsQuery.AddressOf(metric, View!.Range,
        [.. Filters.Where(filter => filter.Dimension != Question.GroupBy), new MetricFilter(Question.GroupBy!.Value, [group.Key ?? string.Empty])]);

    /// <summary>The group with what the other metrics say of it.</summary>
    private string Label(MetricGroup group) => string.Join(" · ", Columns
        .Where(column => column.Metric != Metric)
        .Select(column => $"{Text.Name(column.Metric, column.Name)} {Write(column, GroupOf(column, group.Key))}")
        .Prepend(GroupName(group)));

    private static MetricGroup? GroupOf(MetricResult metric, string? key) => metric.Groups?.FirstOrDefault(group => group.Key == key);

    private string GroupName(MetricGroup group) => group.Key ?? NoGroup;

    private string Write(MetricResult metric, MetricGroup? group) =>
        group is { Suppressed: true } ? Text["withheld"] : FigureText.Write(Text, group?.Value, metric.Unit, metric.Currency);
}
