namespace Sophia.Integrations.BambooHr.Pull;

/// <summary>An employee whose record BambooHR pointed at.</summary>
/// <param name="Id">The employee's id.</param>
/// <param name="At">The time of the change, in milliseconds since 1970.</param>
/// <param name="IsDeleted">Whether BambooHR said that the record was deleted.</param>
internal sealed record PointedEmployee(string Id, long At, bool IsDeleted);
