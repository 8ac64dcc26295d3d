using System.Globalization;
using System.Text.Json;
using Sophia.Sandbox.Staff;
using Sophia.Sandbox.Wire;
using static Sophia.Sandbox.BambooHr.BambooHrText;

namespace Sophia.Sandbox.BambooHr;

/// <summary>The directory, single employees, who changed, and what fields there are.</summary>
internal static class EmployeeEndpoints
{
    private const int MostFields = 400;

    private static readonly string[] s_directoryFields =
        ["firstName", "lastName", "preferredName", "jobTitleName", "workEmail", "department", "division", "location", "reportsToId"];

    public static void MapEmployees(this IEndpointRouteBuilder routes)
    {
        var employees = routes.MapGroup("/api/v1/employees");
        employees.MapGet("/directory", Directory);
        employees.MapGet("/changed", Changed);
        employees.MapGet("/{id:long}", Get);
        routes.MapGet("/api/v1/meta/fields", ListFields);
    }

    private static JsonAnswer Directory(StaffStore store, FieldAccess access)
    {
        EmployeeField[] fields = [.. s_directoryFields.Where(access.MaySee).Select(name => EmployeeFields.Find(name)!)];
        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("fields");
            foreach (var field in fields)
            {
                json.WriteStartObject();
                json.WriteString("id", field.Name);
                json.WriteString("type", field.Type);
                json.WriteString("name", field.Label);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("employees");
            foreach (var employee in store.Employees().Where(employee => employee.IsEmployed))
            {
                Write(json, employee, fields);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static IResult Get(long id, string? fields, StaffStore store, FieldAccess access)
    {
        string[] names = (fields ?? "firstName,lastName").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length > MostFields)
        {
            return new Refusal(StatusCodes.Status400BadRequest, $"Too many fields: {names.Length} of at most {MostFields}.");
        }

        if (store.Find(id) is not { } employee)
        {
            return new Refusal(StatusCodes.Status404NotFound, "Employee not found.");
        }

        EmployeeField[] visible = [.. names.Select(EmployeeFields.Find).OfType<EmployeeField>().Where(field => access.MaySee(field.Name)).DistinctBy(field => field.Id)];
        return new JsonAnswer(StatusCodes.Status200OK, json => Write(json, employee, visible));
    }

    private static IResult Changed(string? since, string? type, StaffStore store)
    {
        if (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from)
            || type is not (null or "all" or "inserted" or "updated" or "deleted"))
        {
            return new Refusal(StatusCodes.Status400BadRequest, "since is a moment in ISO 8601; type is inserted, updated, deleted or all.");
        }

        var changed = store.Employees(withDeleted: true)
            .Where(employee => employee.ModifiedAt >= from)
            .Select(employee => (Employee: employee, Action: ActionSince(employee, from)))
            .Where(change => type is null or "all" || change.Action.Equals(type, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("latest", Text(changed.Count == 0 ? from : changed.Max(change => change.Employee.ModifiedAt)));
            json.WriteStartObject("employees");
            foreach (var (employee, action) in changed)
            {
                json.WriteStartObject(Text(employee.Id));
                json.WriteString("id", Text(employee.Id));
                json.WriteString("action", action);
                json.WriteString("lastChanged", Text(employee.ModifiedAt));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static JsonAnswer ListFields() => new(StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray();
        foreach (var field in EmployeeFields.All)
        {
            json.WriteStartObject();
            json.WriteNumber("id", field.Id);
            json.WriteString("name", field.Label);
            json.WriteString("type", field.Type);
            json.WriteString("alias", field.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string ActionSince(Employee employee, DateTimeOffset since) =>
        employee.DeletedAt is not null ? "Deleted" : employee.CreatedAt >= since ? "Inserted" : "Updated";

    private static void Write(Utf8JsonWriter json, Employee employee, IReadOnlyList<EmployeeField> fields)
    {
        json.WriteStartObject();
        json.WriteString("id", Text(employee.Id));
        foreach (var field in fields)
        {
            json.WriteString(field.Name, field.Read(employee));
        }

        json.WriteEndObject();
    }
}
