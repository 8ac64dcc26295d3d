namespace Sophia.Integrations.BambooHr.Client.Messages;

/// <summary>That an employee's record changed.</summary>
/// <param name="Id">The employee's id.</param>
/// <param name="Action"><c>Inserted</c>, <c>Updated</c> or <c>Deleted</c>.</param>
/// <param name="LastChanged">When.</param>
internal sealed record ChangedEmployee(string Id, string? Action, DateTimeOffset LastChanged);
