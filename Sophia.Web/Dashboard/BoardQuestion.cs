using System.Text.Json;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>One of the questions that fill a page, over HTTP and over the socket alike.</summary>
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
        GroupBy = GroupBy is { } dimension ? JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString()) : null,
        Compare = selection.Compare == Comparison.PreviousYear ? "previousYear,previousPeriod" : "previousPeriod,previousYear",
        // A chart shows all that can be chosen between, also what was not chosen.
        Filter = string.Join(',', selection.Filters.Where(filter => filter.Dimension != GroupBy)) is { Length: > 0 } filter ? filter : null,
    };
}
