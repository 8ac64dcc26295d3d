using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Sandbox.BambooHr;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Control;

/// <summary>The truth about the people, and levers on them.</summary>
internal static class StaffEndpoints
{
    // A burst holds its caller's connection.
    private const int LargestBurst = 1_000;

    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/staff");
        staff.MapGet("/totals", ReadTotals);
        staff.MapGet("/people", List);
        staff.MapPost("/hire", Hire);
        staff.MapPost("/burst", Burst);
        staff.MapPost("/{id:long}/leave", Leave);
        staff.MapPost("/{id:long}/move", Move);
        staff.MapPost("/{id:long}/answer", Answer);
        staff.MapDelete("/{id:long}", Delete);
        routes.MapPost("/bamboohr/faults", SetFaults);
        routes.MapPost("/bamboohr/hidden-fields", HideFields);
    }

    private static Results<Ok<StaffTotals>, ProblemHttpResult> ReadTotals(DateOnly? from, DateOnly? to, StaffStore store, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (first, last) = (from ?? today.AddYears(-1), to ?? today);
        return first <= last
            ? TypedResults.Ok(StaffTotals.Of(store, first, last))
            : Invalid("from must not be after to.");
    }

    private static Ok<IReadOnlyList<EmployeeSummary>> List(string? department, StaffStore store) => TypedResults.Ok<IReadOnlyList<EmployeeSummary>>(
        [.. store.Employees().Where(employee => employee.IsEmployed).Select(EmployeeSummary.Of).Where(employee => department is null || string.Equals(employee.Department, department, StringComparison.Ordinal))]);

    private static Results<Ok<EmployeeSummary>, ProblemHttpResult> Hire(HireRequest request, StaffStore store, StaffHappenings happenings)
    {
        if (Find(request.Department) is not { } department)
        {
            return UnknownDepartment();
        }

        return store.Hire(happenings.DrawHire(department)) is { } hired
            ? TypedResults.Ok(EmployeeSummary.Of(hired))
            : TypedResults.Problem("The sandbox is full; restart it.", statusCode: StatusCodes.Status409Conflict);
    }

    private static Results<NoContent, ProblemHttpResult> Burst(int count, StaffHappenings happenings)
    {
        if (count is < 1 or > LargestBurst)
        {
            return Invalid(string.Create(CultureInfo.InvariantCulture, $"count must be between 1 and {LargestBurst}."));
        }

        for (var left = count; left > 0; left--)
        {
            happenings.Next();
        }

        return TypedResults.NoContent();
    }

    private static Results<Ok<EmployeeSummary>, NotFound> Leave(long id, StaffStore store) => Summary(store.Leave(id));

    private static Results<Ok<EmployeeSummary>, NotFound, ProblemHttpResult> Move(long id, HireRequest request, StaffStore store) =>
        Find(request.Department) is not { } department ? UnknownDepartment()
        : store.Move(id, department) is { } moved ? TypedResults.Ok(EmployeeSummary.Of(moved))
        : TypedResults.NotFound();

    private static Results<NoContent, ProblemHttpResult> Answer(long id, AnswerRequest request, StaffStore store, TimeProvider clock)
    {
        if (request.Score is < 0 or > 10)
        {
            return Invalid("score must be between 0 and 10.");
        }

        var survey = request.Survey ?? SurveyCalendar.Name(Seeding.Quarter.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        return store.Answer(survey, id, request.Score) is not null
            ? TypedResults.NoContent()
            : TypedResults.Problem("Nobody with this id is employed and has not answered yet.", statusCode: StatusCodes.Status409Conflict);
    }

    private static Results<Ok<EmployeeSummary>, NotFound> Delete(long id, StaffStore store) => Summary(store.Delete(id));

    private static Results<NoContent, ProblemHttpResult> SetFaults(FaultRequest request, [FromKeyedServices(BambooHrGate.Faults)] FaultInjection faults) =>
        ControlEndpoints.SetFaults(request, faults);

    private static NoContent HideFields(string? names, FieldAccess access)
    {
        access.Hide(names ?? "");
        return TypedResults.NoContent();
    }

    private static Results<Ok<EmployeeSummary>, NotFound> Summary(Employee? employee) =>
        employee is null ? TypedResults.NotFound() : TypedResults.Ok(EmployeeSummary.Of(employee));

    private static Department? Find(string? name) => Enum.GetValues<Department>().Cast<Department?>()
        .FirstOrDefault(department => string.Equals(DepartmentProfile.Of(department!.Value).Name, name, StringComparison.Ordinal));

    private static ProblemHttpResult UnknownDepartment() =>
        Invalid($"department must be one of {string.Join(", ", Enum.GetValues<Department>().Select(department => DepartmentProfile.Of(department).Name))}.");

    private static ProblemHttpResult Invalid(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
