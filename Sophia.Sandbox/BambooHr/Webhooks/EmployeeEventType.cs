namespace Sophia.Sandbox.BambooHr.Webhooks;

/// <summary>What happened to an employee's record.</summary>
internal enum EmployeeEventType
{
    Created,
    Updated,
    Deleted,
}
