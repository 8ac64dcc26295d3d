namespace Sophia.Sandbox.BambooHr.Webhooks;

/// <summary>Something that happened to an employee's record.</summary>
/// <param name="Type">What.</param>
/// <param name="EmployeeId">To whose record.</param>
/// <param name="ChangedFields">The fields that changed, of an update.</param>
/// <param name="At">When.</param>
internal sealed record EmployeeEvent(EmployeeEventType Type, long EmployeeId, IReadOnlyList<string> ChangedFields, DateTimeOffset At);
