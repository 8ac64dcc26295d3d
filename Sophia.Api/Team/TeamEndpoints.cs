using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Api.Dashboard;
using Sophia.Api.Lists;
using Sophia.Core.Metrics;
using Sophia.Core.Team;

namespace Sophia.Api.Team;

/// <summary>The people of the company.</summary>
internal static class TeamEndpoints
{
    public static void MapTeam(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/team/analytics", AnalyseAsync).WithTags("Team").WithName("GetTeamAnalytics");

    /// <summary>Answers headcount, hires, leavers, attrition, satisfaction, productivity and collaboration with their history.</summary>
    /// <remarks>
    /// The company first, then the departments by name. A figure behind which there are fewer than `leastPeople` people is
    /// `suppressed`, and so is one that would give such a figure away. A figure that is null and not suppressed has no data.
    /// All come from the metrics that `metrics` names, so that the dashboard shows the same.
    /// </remarks>
    /// <param name="parameters">What is asked about.</param>
    /// <param name="list">Which part of the list.</param>
    /// <param name="answers">Answers queries.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<TeamPage>, ValidationProblem>> AnalyseAsync(
        [AsParameters] TeamParameters parameters, [AsParameters] ListParameters list, DashboardAnswers answers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = list.Parse(TeamJson.Default.TeamAnalytics, TeamJson.Default.TeamKey, out var request);
        var query = parameters.Parse(TeamFigures.Metrics, DashboardQuery.Today(clock), errors);
        if (request is null || query is null || errors.Count > 0)
        {
            return Refuse(errors);
        }

        var answer = (await answers.AnswerAsync(query, cancellationToken)).Metrics;
        var items = TeamFigures.Sort(answer);
        if (parameters.Department is { Length: > 0 } department)
        {
            var known = items.Select(static item => item.Department).OfType<string>().ToArray();
            if (!known.Contains(department, StringComparer.Ordinal))
            {
                errors["department"] = [$"There is no department '{department}'. There are: {string.Join(", ", known)}."];
                return Refuse(errors);
            }

            items = [.. items.Where(item => string.Equals(item.Department, department, StringComparison.Ordinal))];
        }

        var page = request.ToPage(
            [.. items.Where(item => request.After is null || TeamKey.Compare(TeamKey.Of(item), request.After) > 0).Take(request.Read)], TeamKey.Of);
        return new ConditionalResult<TeamPage>(
            new TeamPage
            {
                From = answer.From,
                To = answer.To,
                Granularity = answer.Granularity,
                Compare = answer.Compare,
                AsOf = answer.AsOf,
                Sequence = answer.Sequence,
                Freshness = answer.Freshness,
                LeastPeople = SmallGroups.LeastPeople,
                Metrics = TeamFigures.Meanings(answer),
                Items = page.Items,
                Next = page.Next,
            },
            TeamJson.Default.TeamPage,
            request.Fields);
    }

    private static ValidationProblem Refuse(Dictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(errors, title: "The people cannot be analysed so");
}
