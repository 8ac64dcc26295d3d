using System.Text.Json;

namespace Sophia.Integrations.BambooHr;

/// <summary>What a webhook says: something happened to an employee's record. What exactly is read from BambooHR.</summary>
/// <param name="EmployeeId">The employee's id.</param>
/// <param name="OccurredAt">When it happened, in milliseconds since 1970; BambooHR tells it to the second.</param>
/// <param name="IsDeletion">Whether the record was deleted.</param>
internal sealed record EmployeeNotification(string EmployeeId, long OccurredAt, bool IsDeletion)
{
    private const string TypePrefix = "employee.";

    /// <summary>Whether a body is about an employee at all; others tell of the company's settings.</summary>
    public static bool IsAboutEmployee(JsonElement body) => SourceValue.Text(body, "type")?.StartsWith(TypePrefix, StringComparison.Ordinal) == true;

    /// <summary>Reads a body in the event-based form; null where it is not what BambooHR sends.</summary>
    public static EmployeeNotification? Read(JsonElement body) =>
        IsAboutEmployee(body)
        && SourceValue.Time(SourceValue.Text(body, "timestamp")) is { } occurredAt
        && body.TryGetProperty("data", out var data)
        && SourceValue.Text(data, "employeeId") is { } employeeId
            ? new EmployeeNotification(employeeId, occurredAt.ToUnixTimeMilliseconds(), SourceValue.Text(body, "type") is "employee.deleted")
            : null;
}
