using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Api.Live;
using Sophia.Core.Alerts;
using Sophia.Core.Lists;
using Sophia.Data.Alerts;

namespace Sophia.Api.Alerts;

/// <summary>What goes or went wrong with metrics, over HTTP and WebSocket.</summary>
internal static class AlertEndpoints
{
    public const string Path = "/api/v1/alerts";

    private const int LongestName = 100;

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("").WithTags("Alerts");
        alerts.MapGet(Path, ListAsync).WithName("ListAlerts");
        alerts.MapGet(Path + "/{id:guid}", GetAsync).WithName("GetAlert").ProducesProblem(StatusCodes.Status404NotFound);
        alerts.MapPost(Path + "/{id:guid}/acknowledge", AcknowledgeAsync).WithName("AcknowledgeAlert")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        alerts.MapPost(Path + "/{id:guid}/mute", MuteAsync).WithName("MuteAlert")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        alerts.MapLive("/ws/alerts", ConnectAsync).WithName("ConnectAlerts");
    }

    /// <summary>Lists alerts, the newest first.</summary>
    /// <remarks>
    /// An alert is one cause: what else is wrong from the same cause is in `related`. The figures in it are those of the
    /// address in `evidence.figures`, its rows are at `evidence.rows`.
    /// </remarks>
    /// <param name="parameters">Which alerts.</param>
    /// <param name="list">Which part of the list.</param>
    /// <param name="alerts">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Page<Alert>>, ValidationProblem>> ListAsync(
        [AsParameters] AlertParameters parameters, [AsParameters] ListParameters list, AlertReader alerts, CancellationToken cancellationToken)
    {
        var errors = list.Parse(AlertsJson.Default.Alert, AlertsJson.Default.AlertKey, out var request);
        var filter = parameters.Parse(errors);
        if (request is null || errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var rows = await alerts.ReadAsync(filter, request.After, request.Read, cancellationToken);
        return new ConditionalResult<Page<Alert>>(
            request.ToPage(rows, static alert => new AlertKey(alert.OpenedAt, alert.Id)), AlertsJson.Default.PageAlert, request.Fields);
    }

    /// <summary>Answers an alert.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="alerts">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Alert>, ProblemHttpResult>> GetAsync(
        Guid id, AlertReader alerts, CancellationToken cancellationToken) =>
        await alerts.FindAsync(id, cancellationToken) is { } alert
            ? new ConditionalResult<Alert>(alert, AlertsJson.Default.Alert)
            : Unknown();

    /// <summary>Says that somebody takes care of an alert.</summary>
    /// <remarks>It is told of again only when it is over.</remarks>
    /// <param name="id">The alert.</param>
    /// <param name="acknowledgement">Who.</param>
    /// <param name="ledger">Changes alerts.</param>
    /// <param name="alerts">Knows them.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Ok<Alert>, ValidationProblem, ProblemHttpResult>> AcknowledgeAsync(
        Guid id, Acknowledgement acknowledgement, AlertLedger ledger, AlertReader alerts, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (acknowledgement.By?.Trim() is not { Length: > 0 and <= LongestName } by)
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>(StringComparer.Ordinal) { ["by"] = [$"Expected 1 to {LongestName} characters."] },
                title: "The alert cannot be acknowledged");
        }

        Alert? acknowledged = null;
        await ledger.ChangeAsync(book => acknowledged = AlertAcknowledgement.Take(book, id, by, clock.GetUtcNow()), cancellationToken);
        return acknowledged is not null ? TypedResults.Ok(acknowledged) : await MissingAsync(id, alerts, cancellationToken);
    }

    /// <summary>Mutes an alert: nobody is told of its metric (or the part that it is about) for a while.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="request">Until when, and why.</param>
    /// <param name="mutes">Keeps the mute.</param>
    /// <param name="alerts">Knows the alerts.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Created<AlertMute>, ValidationProblem, ProblemHttpResult>> MuteAsync(
        Guid id, MuteRequest request, AlertMuteStore mutes, AlertReader alerts, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await alerts.FindAsync(id, cancellationToken) is not { } alert)
        {
            return Unknown();
        }

        if (alert.ResolvedAt is not null)
        {
            return Over();
        }

        var scoped = request with { Metric = alert.Metric, Scope = alert.Scope };
        return await MuteEndpoints.AddAsync(scoped, mutes, clock, cancellationToken);
    }

    /// <summary>Opens the alerts channel (WebSocket, JSON text frames).</summary>
    /// <remarks>
    /// The first message is a `snapshot` of the alerts that go on; then come `opened`, `changed` and `resolved`, each with the
    /// whole alert and a `sequence` that grows. Connect with the last `sequence` as `lastSequence` after a break to get only
    /// what was missed, closed by `resumed`. The channel takes no requests.
    /// </remarks>
    /// <param name="context">The request.</param>
    /// <param name="updates">Knows the alerts.</param>
    /// <param name="lastSequence">The last number seen.</param>
    /// <response code="101">The channel is open.</response>
    internal static Task<Results<EmptyHttpResult, ProblemHttpResult>> ConnectAsync(
        HttpContext context,
        AlertUpdates updates,
        [FromQuery(Name = "lastSequence"), Description("The last `sequence` seen; by default a snapshot comes.")] long? lastSequence) =>
        LiveEndpoint.ServeAsync(context, updates.Sockets, new AlertFeed(updates, lastSequence));

    private static async Task<ProblemHttpResult> MissingAsync(Guid id, AlertReader alerts, CancellationToken cancellationToken) =>
        await alerts.FindAsync(id, cancellationToken) is null ? Unknown() : Over();

    private static ProblemHttpResult Unknown() => TypedResults.Problem(title: "There is no such alert", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Over() => TypedResults.Problem(title: "The alert is over", statusCode: StatusCodes.Status409Conflict);
}
