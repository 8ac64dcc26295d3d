using System.Collections.Frozen;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Staff;
using static Sophia.Sandbox.BambooHr.BambooHrText;

namespace Sophia.Sandbox.BambooHr;

/// <summary>The fields of this account.</summary>
internal static class EmployeeFields
{
    public static IReadOnlyList<EmployeeField> All { get; } =
    [
        new(1, "firstName", "First Name", "text", employee => employee.FirstName),
        new(2, "lastName", "Last Name", "text", employee => employee.LastName),
        new(3, "preferredName", "Preferred Name", "text", _ => null),
        new(4, "jobTitleName", "Job Title", "list", employee => employee.JobTitle),
        new(5, "status", "Status", "status", employee => employee.LeftOn is null ? "Active" : "Inactive"),
        new(6, "workEmail", "Work Email", "email", employee => employee.Email),
        new(7, "hireDate", "Hire Date", "date", employee => Text(employee.HiredOn)),
        new(8, "terminationDate", "Termination Date", "date", employee => Text(employee.LeftOn)),
        new(9, "department", "Department", "list", employee => DepartmentProfile.Of(employee.Department).Name),
        new(10, "division", "Division", "list", employee => employee.Site.Region.Name()),
        new(11, "location", "Location", "list", employee => employee.Site.Name),
        new(12, "country", "Country", "country", employee => employee.Site.Country),
        new(13, "employmentStatus", "Employment Status", "list", employee => employee.LeftOn is null ? "Full-Time" : "Terminated"),
        new(14, "reportsToId", "Reporting to (id)", "employee", employee => employee.ManagerId is { } manager ? Text(manager) : null),
        new(15, "lastChanged", "Last changed", "timestamp", employee => Text(employee.ModifiedAt)),
    ];

    /// <summary>The fields whose changes are announced.</summary>
    public static IReadOnlyList<EmployeeField> Monitored { get; } = [.. All.Where(field => field.Name is not "lastChanged")];

    private static readonly FrozenDictionary<string, EmployeeField> s_byName =
        All.Concat(All.Select(field => field with { Name = Text(field.Id) })).ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>A field by its name or number.</summary>
    public static EmployeeField? Find(string name) => s_byName.GetValueOrDefault(name);
}
