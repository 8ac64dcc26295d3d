using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Living;
using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Control;

/// <summary>What a real HubSpot does not have: the truth, and levers for tests and demonstrations.</summary>
internal static class ControlEndpoints
{
    // A burst holds its caller's connection, and pushes modification dates ahead by a millisecond each.
    private const int LargestBurst = 10_000;

    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/sandbox");
        control.MapGet("/company", Company);
        control.MapGet("/totals", ReadTotals);
        control.MapPost("/burst", Burst);
        control.MapPost("/freeze", Freeze);
        control.MapPost("/thaw", Thaw);
        control.MapPost("/faults", SetFaults);
        control.MapDeals();
        control.MapStaff();
        control.MapCalls();
    }

    private static Ok<CompanySummary> Company(
        CrmStore store, StaffStore staff, SeededCompany seeded, LifeSwitch life, IOptions<SandboxOptions> options, TimeProvider clock) =>
        TypedResults.Ok(new CompanySummary(
            seeded.FirstDay,
            seeded.Today,
            options.Value.Seed,
            life.IsFrozen,
            seeded.Owners.Count,
            staff.Employees().Count(employee => employee.IsEmployed),
            TotalsReader.Read(store, null, null, clock.GetUtcNow()),
            seeded.Planted,
            seeded.Staff.Unrest));

    private static Results<Ok<Totals>, ProblemHttpResult> ReadTotals(string? from, string? to, CrmStore store, TimeProvider clock)
    {
        if (!TryMoment(from, out var first) || !TryMoment(to, out var end))
        {
            return Invalid("from and to are dates or moments in ISO 8601; a date means its midnight in UTC.");
        }

        return TypedResults.Ok(TotalsReader.Read(store, first, end, clock.GetUtcNow()));
    }

    private static Results<NoContent, ProblemHttpResult> Burst(int count, Happenings happenings)
    {
        if (count is < 1 or > LargestBurst)
        {
            return Invalid($"count must be between 1 and {LargestBurst}.");
        }

        for (var left = count; left > 0; left--)
        {
            happenings.Next();
        }

        return TypedResults.NoContent();
    }

    private static NoContent Freeze(LifeSwitch life)
    {
        life.Freeze();
        return TypedResults.NoContent();
    }

    private static NoContent Thaw(LifeSwitch life)
    {
        life.Thaw();
        return TypedResults.NoContent();
    }

    /// <summary>Makes the next requests to a vendor's paths fail.</summary>
    public static Results<NoContent, ProblemHttpResult> SetFaults(FaultRequest request, FaultInjection faults)
    {
        if (request.Count is < 0 or > 100_000 || request.Status is not (429 or 500 or 502 or 503 or 504))
        {
            return Invalid("count must be between 0 and 100000, and status one of 429, 500, 502, 503 and 504.");
        }

        faults.Set(request.Count, request.Status);
        return TypedResults.NoContent();
    }

    private static bool TryMoment(string? text, out DateTimeOffset? moment)
    {
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        moment = read ? parsed : null;
        return read || string.IsNullOrEmpty(text);
    }

    private static ProblemHttpResult Invalid(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
