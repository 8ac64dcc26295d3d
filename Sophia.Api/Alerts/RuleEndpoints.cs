using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Core.Alerts;
using Sophia.Core.Lists;
using Sophia.Data.Alerts;

namespace Sophia.Api.Alerts;

/// <summary>The rules by which metrics are watched.</summary>
internal static class RuleEndpoints
{
    private const string Path = AlertEndpoints.Path + "/rules";

    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        var rules = routes.MapGroup("").WithTags("Alerts");
        rules.MapGet(Path, ListAsync).WithName("ListRules");
        rules.MapPost(Path, AddAsync).WithName("AddRule")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        rules.MapGet(Path + "/{id:guid}", GetAsync).WithName("GetRule").ProducesProblem(StatusCodes.Status404NotFound);
        rules.MapPut(Path + "/{id:guid}", ReplaceAsync).WithName("ReplaceRule")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        rules.MapDelete(Path + "/{id:guid}", DeleteAsync).WithName("DeleteRule").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lists the rules, the oldest first.</summary>
    /// <param name="list">Which part of the list.</param>
    /// <param name="rules">Keeps them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    /// <param name="metric">Only rules of this metric.</param>
    internal static async Task<Results<ConditionalResult<Page<MetricRule>>, ValidationProblem>> ListAsync(
        [AsParameters] ListParameters list,
        MetricRuleStore rules,
        CancellationToken cancellationToken,
        [FromQuery, Description("Only rules of this metric; by default of all. Example: revenue.won")] string? metric = null)
    {
        var errors = list.Parse(AlertsJson.Default.MetricRule, AlertsJson.Default.RuleKey, out var request);
        if (request is null)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var rows = await rules.ReadAsync(request.After?.Id, metric, enabled: null, request.Read, cancellationToken);
        return new ConditionalResult<Page<MetricRule>>(
            request.ToPage(rows, static rule => new RuleKey(rule.Id)), AlertsJson.Default.PageMetricRule, request.Fields);
    }

    /// <summary>Adds a rule.</summary>
    /// <remarks>Any metric can be watched, as a whole, one part of it, or each part of a dimension by itself. It is looked at at once.</remarks>
    /// <param name="request">The rule.</param>
    /// <param name="rules">Keeps it.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Created<MetricRule>, ValidationProblem, ProblemHttpResult>> AddAsync(
        MetricRuleRequest request, MetricRuleStore rules, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Check() is { Count: > 0 } errors)
        {
            return Invalid(errors);
        }

        var now = clock.GetUtcNow();
        var rule = request.ToRule(Guid.CreateVersion7(now), version: 1, now);
        return await rules.AddAsync(rule, cancellationToken)
            ? TypedResults.Created($"{Path}/{rule.Id}", rule)
            : TypedResults.Problem($"There can be at most {MetricRuleStore.Most} rules; delete one first.", statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>Answers a rule.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="rules">Keeps them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<MetricRule>, ProblemHttpResult>> GetAsync(
        Guid id, MetricRuleStore rules, CancellationToken cancellationToken) =>
        await rules.FindAsync(id, cancellationToken) is { } rule
            ? new ConditionalResult<MetricRule>(rule, AlertsJson.Default.MetricRule)
            : Unknown();

    /// <summary>Replaces a rule.</summary>
    /// <remarks>
    /// `version` is the one that was read before; where somebody else was faster the answer is 409. An alert of the rule is
    /// over, and opens anew where the rule as it is now finds something wrong.
    /// </remarks>
    /// <param name="id">The rule.</param>
    /// <param name="request">The rule as it should be.</param>
    /// <param name="rules">Keeps it.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Ok<MetricRule>, ValidationProblem, ProblemHttpResult>> ReplaceAsync(
        Guid id, MetricRuleRequest request, MetricRuleStore rules, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = request.Check();
        if (request.Version is null)
        {
            errors["version"] = ["Expected the version that was read before."];
        }

        if (errors.Count > 0)
        {
            return Invalid(errors);
        }

        var rule = request.ToRule(id, request.Version!.Value + 1, clock.GetUtcNow());
        return await rules.ReplaceAsync(rule, cancellationToken) ? TypedResults.Ok(rule)
            : await rules.FindAsync(id, cancellationToken) is null ? Unknown()
            : TypedResults.Problem("Somebody else has changed the rule; read it again.", statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>Deletes a rule.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="rules">Keeps them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    /// <response code="204">It is gone; its alerts are over.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, MetricRuleStore rules, CancellationToken cancellationToken) =>
        await rules.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static ValidationProblem Invalid(Dictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(errors, title: "The rule cannot be stored");

    private static ProblemHttpResult Unknown() => TypedResults.Problem(title: "There is no such rule", statusCode: StatusCodes.Status404NotFound);
}
