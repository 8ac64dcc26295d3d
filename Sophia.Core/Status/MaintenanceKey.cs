namespace Sophia.Core.Status;

/// <summary>What maintenance notices are listed by.</summary>
/// <param name="StartsAt">When the work begins.</param>
/// <param name="Id">The notice.</param>
public sealed record MaintenanceKey(DateTimeOffset StartsAt, Guid Id);
