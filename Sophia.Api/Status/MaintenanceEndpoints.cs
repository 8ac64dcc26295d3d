using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Api.Lists;
using Sophia.Core.Lists;
using Sophia.Core.Status;
using Sophia.Data.Status;

namespace Sophia.Api.Status;

/// <summary>Maintenance notices: announced here, shown in the status.</summary>
internal static class MaintenanceEndpoints
{
    private const string Path = "/api/v1/maintenance";

    public static void MapMaintenance(this IEndpointRouteBuilder routes)
    {
        var maintenance = routes.MapGroup("").WithTags("Status");
        maintenance.MapGet(Path, ListAsync).WithName("ListMaintenance");
        maintenance.MapPost(Path, AnnounceAsync).WithName("AnnounceMaintenance")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        maintenance.MapGet(Path + "/{id:guid}", GetAsync).WithName("GetMaintenance").ProducesProblem(StatusCodes.Status404NotFound);
        maintenance.MapDelete(Path + "/{id:guid}", WithdrawAsync).WithName("WithdrawMaintenance").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lists the maintenance notices, past ones too, by their beginning.</summary>
    /// <param name="list">Which part of the list.</param>
    /// <param name="notices">Keeps them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Page<MaintenanceNotice>>, ValidationProblem>> ListAsync(
        [AsParameters] ListParameters list, MaintenanceStore notices, CancellationToken cancellationToken)
    {
        var errors = list.Parse(StatusJson.Default.MaintenanceNotice, StatusJson.Default.MaintenanceKey, out var request);
        if (request is null)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var rows = await notices.ReadAsync(request.After, request.Read, cancellationToken);
        return new ConditionalResult<Page<MaintenanceNotice>>(
            request.ToPage(rows, static notice => new MaintenanceKey(notice.StartsAt, notice.Id)), StatusJson.Default.PageMaintenanceNotice, request.Fields);
    }

    /// <summary>Announces maintenance.</summary>
    /// <remarks>Everybody who watches the status sees it from a week before it begins until it ends.</remarks>
    /// <param name="request">The notice.</param>
    /// <param name="notices">Keeps it.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Created<MaintenanceNotice>, ValidationProblem, ProblemHttpResult>> AnnounceAsync(
        MaintenanceRequest request, MaintenanceStore notices, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (request.Check(now) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors, title: "The notice cannot be announced");
        }

        var notice = new MaintenanceNotice
        {
            Id = Guid.CreateVersion7(now),
            Text = request.Text!.Trim(),
            StartsAt = request.StartsAt ?? now,
            EndsAt = request.EndsAt!.Value,
            AnnouncedAt = now,
        };
        return await notices.AddAsync(notice, cancellationToken)
            ? TypedResults.Created($"{Path}/{notice.Id}", notice)
            : TypedResults.Problem(
                $"At most {MaintenanceStore.MostPending} notices can be pending; withdraw one first.", statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>Answers a maintenance notice.</summary>
    /// <param name="id">The notice.</param>
    /// <param name="notices">Keeps it.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<MaintenanceNotice>, ProblemHttpResult>> GetAsync(
        Guid id, MaintenanceStore notices, CancellationToken cancellationToken) =>
        await notices.FindAsync(id, cancellationToken) is { } notice
            ? new ConditionalResult<MaintenanceNotice>(notice, StatusJson.Default.MaintenanceNotice)
            : Unknown();

    /// <summary>Withdraws a maintenance notice.</summary>
    /// <param name="id">The notice.</param>
    /// <param name="notices">Keeps it.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    /// <response code="204">It is gone.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(
        Guid id, MaintenanceStore notices, CancellationToken cancellationToken) =>
        await notices.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem(title: "There is no such notice", statusCode: StatusCodes.Status404NotFound);
}
