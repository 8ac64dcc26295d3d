using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Control;

/// <summary>A person as the control endpoints show one.</summary>
internal sealed record EmployeeSummary(
    long Id, string Name, string Email, string Department, string Region, string JobTitle, long? ManagerId, DateOnly HiredOn, DateOnly? LeftOn)
{
    public static EmployeeSummary Of(Employee employee) => new(
        employee.Id,
        employee.FullName,
        employee.Email,
        DepartmentProfile.Of(employee.Department).Name,
        employee.Site.Region.Name(),
        employee.JobTitle,
        employee.ManagerId,
        employee.HiredOn,
        employee.LeftOn);
}
