using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.BambooHr;

/// <summary>A field of an employee's record.</summary>
/// <param name="Id">Its number in the account.</param>
/// <param name="Name">Its name in requests and answers.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Type">Its type in BambooHR's words.</param>
/// <param name="Read">Its value.</param>
internal sealed record EmployeeField(int Id, string Name, string Label, string Type, Func<Employee, string?> Read);
