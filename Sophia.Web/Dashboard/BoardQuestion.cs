using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>One of the questions that fill the page, over HTTP and over the socket alike.</summary>
/// <param name="Id">Its name among the page's questions and on the socket.</param>
/// <param name="Metrics">The keys of the metrics asked for.</param>
/// <param name="GroupBy">What they are split by, or null for the whole.</param>
public sealed record BoardQuestion(string Id, IReadOnlyList<string> Metrics, Dimension? GroupBy = null)
{
    /// <summary>The question as the API takes it.</summary>
    /// <param name="selection">What the page shows.</param>
    /// <param name="today">The present UTC day.</param>
    internal DashboardRequest.Subscribe For(DashboardSelection selection, DateOnly today) => new()
    {
        Id = Id,
        Metrics = Metrics,
        From = selection.Preset is { } preset ? DashboardSelection.PresetStart(preset, today) : selection.From,
        To = selection.To,
        GroupBy = GroupBy is { } dimension ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString()) : null,
        Compare = selection.Compare switch
        {
            Comparison.None => "none",
            Comparison.PreviousPeriod => "previousPeriod",
            Comparison.PreviousYear => "previousYear",
        },
    };

    /// <summary>An answer without what the page does not draw, so that its saved state and its memory stay small.</summary>
    internal DashboardMetrics Slim(DashboardMetrics answer) => GroupBy is null ? answer : answer with
    {
        Metrics = [.. answer.Metrics.Select(static metric => metric with
        {
            Points = [],
            Groups = metric.Groups is { } groups ? [.. groups.Select(static group => group with { Points = [] })] : null,
        })],
    };
}
