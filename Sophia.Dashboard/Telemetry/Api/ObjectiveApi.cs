using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Slos;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>Objectives and alert rules as JSON.</summary>
internal static class ObjectiveApi
{
    /// <summary>Maps the endpoints.</summary>
    /// <param name="api">Where.</param>
    public static void MapObjectives(this RouteGroupBuilder api)
    {
        api.MapGet("/slos", static (SloEngine slos) => TypedResults.Json(slos.Status(), TelemetryJson.Default.IReadOnlyListSloStatus));
        api.MapPost("/slos", SaveObjectiveAsync);
        api.MapDelete("/slos/{id}", RemoveObjective);
        api.MapGet("/alerts", static (AlertEngine alerts) => TypedResults.Json(alerts.Status(), TelemetryJson.Default.IReadOnlyListAlertStatus));
        api.MapPost("/alerts", SaveRuleAsync);
        api.MapDelete("/alerts/{id}", RemoveRule);
    }

    private static async Task<Results<JsonHttpResult<SloDefinition>, ProblemHttpResult>> SaveObjectiveAsync(
        HttpRequest request, SloEngine slos, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFromJsonAsync(TelemetryJson.Default.SloDefinition, cancellationToken) is { } definition
                ? TypedResults.Json(slos.Save(definition with { Id = definition.Id ?? "" }), TelemetryJson.Default.SloDefinition)
                : Invalid("An objective is a JSON object.");
        }
        catch (Exception exception) when (exception is ArgumentException or System.Text.Json.JsonException)
        {
            return Invalid(exception.Message);
        }
    }

    private static async Task<Results<JsonHttpResult<AlertRule>, ProblemHttpResult>> SaveRuleAsync(
        HttpRequest request, AlertEngine alerts, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFromJsonAsync(TelemetryJson.Default.AlertRule, cancellationToken) is { } rule
                ? TypedResults.Json(alerts.Save(rule with { Id = rule.Id ?? "", Filters = rule.Filters ?? [] }), TelemetryJson.Default.AlertRule)
                : Invalid("A rule is a JSON object.");
        }
        catch (Exception exception) when (exception is ArgumentException or System.Text.Json.JsonException)
        {
            return Invalid(exception.Message);
        }
    }

    private static Results<NoContent, NotFound> RemoveObjective(string id, SloEngine slos) =>
        slos.Remove(id) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static Results<NoContent, NotFound> RemoveRule(string id, AlertEngine alerts) =>
        alerts.Remove(id) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static ProblemHttpResult Invalid(string detail) =>
        TypedResults.Problem(title: "It is not valid", detail: detail, statusCode: StatusCodes.Status400BadRequest);
}
