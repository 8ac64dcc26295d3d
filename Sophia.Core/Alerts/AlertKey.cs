namespace Sophia.Core.Alerts;

/// <summary>What alerts are listed by.</summary>
/// <param name="OpenedAt">When people were told.</param>
/// <param name="Id">The alert.</param>
public sealed record AlertKey(DateTimeOffset OpenedAt, Guid Id);
