using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Core.Alerts;
using Sophia.Core.Lists;
using Sophia.Data.Alerts;

namespace Sophia.Api.Alerts;

/// <summary>The times in which nobody wants to be told of alerts.</summary>
internal static class MuteEndpoints
{
    private const string Path = AlertEndpoints.Path + "/mutes";

    public static void MapMutes(this IEndpointRouteBuilder routes)
    {
        var mutes = routes.MapGroup("").WithTags("Alerts");
        mutes.MapGet(Path, ListAsync).WithName("ListMutes");
        mutes.MapPost(Path, AddAsync).WithName("AddMute")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        mutes.MapDelete(Path + "/{id:guid}", EndAsync).WithName("EndMute").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lists the mutes, the oldest first.</summary>
    /// <param name="list">Which part of the list.</param>
    /// <param name="mutes">Keeps them.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    /// <param name="state">Which.</param>
    internal static async Task<Results<ConditionalResult<Page<AlertMute>>, ValidationProblem>> ListAsync(
        [AsParameters] ListParameters list,
        AlertMuteStore mutes,
        TimeProvider clock,
        CancellationToken cancellationToken,
        [FromQuery, Description("current for those that go on, wait or come again, all for past ones too; by default all.")] string? state = null)
    {
        var errors = list.Parse(AlertsJson.Default.AlertMute, AlertsJson.Default.MuteKey, out var request);
        if (state is not (null or "" or "all" or "current"))
        {
            errors["state"] = ["Expected current or all."];
        }

        if (request is null || errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var rows = await mutes.ReadAsync(request.After?.Id, overAfter: state == "current" ? clock.GetUtcNow() : null, request.Read, cancellationToken);
        return new ConditionalResult<Page<AlertMute>>(
            request.ToPage(rows, static mute => new MuteKey(mute.Id)), AlertsJson.Default.PageAlertMute, request.Fields);
    }

    /// <summary>Mutes alerts for a while, once or every week.</summary>
    /// <remarks>They go on being watched: what still goes on at the end of the time is told then.</remarks>
    /// <param name="request">Which, and for how long.</param>
    /// <param name="mutes">Keeps it.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Created<AlertMute>, ValidationProblem, ProblemHttpResult>> AddAsync(
        MuteRequest request, AlertMuteStore mutes, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (request.Check(now) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors, title: "The mute cannot begin");
        }

        var mute = request.ToMute(Guid.CreateVersion7(now), now);
        return await mutes.AddAsync(mute, cancellationToken)
            ? TypedResults.Created(Path, mute)
            : TypedResults.Problem($"At most {AlertMuteStore.Most} mutes can wait or go on; end one first.", statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>Ends a mute.</summary>
    /// <param name="id">The mute.</param>
    /// <param name="mutes">Keeps it.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    /// <response code="204">It is gone.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(Guid id, AlertMuteStore mutes, CancellationToken cancellationToken) =>
        await mutes.RemoveAsync(id, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem(title: "There is no such mute", statusCode: StatusCodes.Status404NotFound);
}
