using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Living;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Control;

/// <summary>Levers on single deals.</summary>
internal static class DealEndpoints
{
    public static void MapDeals(this IEndpointRouteBuilder routes)
    {
        var deals = routes.MapGroup("/deals");
        deals.MapPost("", Create);
        deals.MapGet("/{id:long}", Get);
        deals.MapPost("/{id:long}/win", Win);
        deals.MapPost("/{id:long}/lose", Lose);
        deals.MapPost("/{id:long}/move", Move);
        deals.MapDelete("/{id:long}", Delete);
    }

    private static Results<Created<DealSummary>, ProblemHttpResult> Create(
        CreateDealRequest? request, CrmStore store, SeededCompany company, Happenings happenings)
    {
        var customer = request?.CompanyId is { } companyId ? store.FindCompany(companyId) : null;
        var stage = request?.Stage is { } key ? DealStages.Find(key) : DealStage.AppointmentScheduled;
        ProductLine? line = request?.ProductLine is { } name
            ? Enum.GetValues<ProductLine>().Cast<ProductLine?>().FirstOrDefault(known => string.Equals(known!.Value.Name(), name, StringComparison.Ordinal))
            : null;
        if ((request?.CompanyId is not null && customer is null)
            || stage is null
            || (request?.ProductLine is not null && line is null)
            || (request?.OwnerId is { } owner && company.Owners.All(known => known.Id != owner))
            || request?.Amount < 0)
        {
            return TypedResults.Problem(
                "companyId, ownerId, stage and productLine must name what exists, and amount must not be negative.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        var drawn = happenings.DrawDeal(customer);
        var entered = drawn with
        {
            Name = request?.Name ?? drawn.Name,
            Amount = request?.Amount ?? drawn.Amount,
            Stage = stage.Value,
            CloseDate = request?.CloseDate ?? drawn.CloseDate,
            OwnerId = request?.OwnerId ?? drawn.OwnerId,
            ProductLine = line ?? drawn.ProductLine,
        };
        return store.Create(entered) is { } deal
            ? TypedResults.Created($"/sandbox/deals/{deal.Id}", DealSummary.Of(deal))
            : TypedResults.Problem("The sandbox is full; restart it.", statusCode: StatusCodes.Status409Conflict);
    }

    private static Results<Ok<DealSummary>, NotFound> Get(long id, CrmStore store) =>
        store.FindDeal(id) is { } deal ? TypedResults.Ok(DealSummary.Of(deal)) : TypedResults.NotFound();

    private static Results<Ok<DealSummary>, NotFound, ProblemHttpResult> Win(long id, WinRequest? request, CrmStore store) =>
        request?.Amount < 0
            ? TypedResults.Problem("amount must not be negative.", statusCode: StatusCodes.Status400BadRequest)
            : Close(id, store, (deal, at) => deal.MoveTo(DealStage.ClosedWon, at) with { Amount = request?.Amount ?? deal.Amount });

    private static Results<Ok<DealSummary>, NotFound, ProblemHttpResult> Lose(long id, CrmStore store) =>
        Close(id, store, (deal, at) => deal.MoveTo(DealStage.ClosedLost, at));

    private static Results<Ok<DealSummary>, NotFound, ProblemHttpResult> Move(long id, MoveRequest request, CrmStore store)
    {
        if (DealStages.Find(request.Stage) is not { } stage)
        {
            return TypedResults.Problem(
                $"stage must be one of {string.Join(", ", DealStages.All.Select(known => known.Key))}.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        return store.Change(id, (deal, at) => deal.Stage == stage ? deal : deal.MoveTo(stage, at)) is { } moved
            ? TypedResults.Ok(DealSummary.Of(moved))
            : TypedResults.NotFound();
    }

    private static Results<NoContent, NotFound> Delete(long id, CrmStore store) =>
        store.Change(id, (deal, at) => deal with { ArchivedAt = at, ModifiedAt = at }) is not null
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static Results<Ok<DealSummary>, NotFound, ProblemHttpResult> Close(long id, CrmStore store, Func<Deal, DateTimeOffset, Deal> close)
    {
        if (store.Change(id, (deal, at) => deal.IsOpen ? close(deal, at) : null) is { } closed)
        {
            return TypedResults.Ok(DealSummary.Of(closed));
        }

        return store.FindDeal(id) is null
            ? TypedResults.NotFound()
            : TypedResults.Problem("The deal is closed already; move it to an open stage first.", statusCode: StatusCodes.Status409Conflict);
    }
}
