using Sophia.Core.Dashboard;
using Sophia.Core.Team;

namespace Sophia.Api.Team;

/// <summary>Sorts the answer to a metric query by department, where it came by metric.</summary>
internal static class TeamFigures
{
    // Each figure's field, and the metric that it shows.
    private static readonly (string Field, string Metric)[] s_fields =
    [
        ("headcount", "people.headcount"),
        ("hires", "people.hires"),
        ("leavers", "people.leavers"),
        ("attrition", "people.attrition"),
        ("satisfaction", "people.satisfaction"),
        ("productivity", "people.productivity"),
        ("collaboration", "people.collaboration"),
    ];

    /// <summary>The metrics to ask for.</summary>
    public static string[] Metrics { get; } = [.. s_fields.Select(static one => one.Metric)];

    /// <summary>What the figures mean.</summary>
    /// <param name="answer">The answer to <see cref="Metrics"/>.</param>
    public static TeamMetric[] Meanings(DashboardMetrics answer) =>
    [
        .. s_fields.Zip(answer.Metrics, static (one, metric) => new TeamMetric(
            one.Field, metric.Metric, metric.Name, metric.Definition, metric.Unit, metric.GoodDirection, metric.Freshness)),
    ];

    /// <summary>The company, then the departments by name.</summary>
    /// <param name="answer">The answer to <see cref="Metrics"/>.</param>
    public static IReadOnlyList<TeamAnalytics> Sort(DashboardMetrics answer)
    {
        var departments = answer.Metrics.SelectMany(static metric => metric.Groups ?? []).Select(static group => group.Key).Distinct(StringComparer.Ordinal);
        return
        [
            Item(TeamScope.Company, null, static metric => Figure(metric.Value, metric.Suppressed, metric.Previous, metric.Points)),
            .. departments.Select(department => Item(TeamScope.Department, department, metric => Figure(metric, department)))
                .Order(Comparer<TeamAnalytics>.Create(static (left, right) => TeamKey.Compare(TeamKey.Of(left), TeamKey.Of(right)))),
        ];

        TeamAnalytics Item(TeamScope scope, string? department, Func<MetricResult, TeamFigure> figure)
        {
            // In the order of the fields above, which is that of the answer.
            TeamFigure[] figures = [.. answer.Metrics.Select(figure)];
            return new TeamAnalytics
            {
                Scope = scope,
                Department = department,
                Headcount = figures[0],
                Hires = figures[1],
                Leavers = figures[2],
                Attrition = figures[3],
                Satisfaction = figures[4],
                Productivity = figures[5],
                Collaboration = figures[6],
            };
        }
    }

    // A department of which a metric has nothing to say, such as one that holds no calls, is not among that metric's groups.
    private static TeamFigure Figure(MetricResult metric, string? department) =>
        metric.Groups?.FirstOrDefault(group => string.Equals(group.Key, department, StringComparison.Ordinal)) is { } group
            ? Figure(group.Value, group.Suppressed, group.Previous, group.Points)
            : Figure(null, false, null, []);

    private static TeamFigure Figure(decimal? value, bool suppressed, decimal? previous, IReadOnlyList<MetricPoint> points) =>
        new() { Value = value, Suppressed = suppressed, Previous = previous, History = points };
}
