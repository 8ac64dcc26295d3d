namespace Sophia.Core.Alerts;

/// <summary>What rules are listed by.</summary>
/// <param name="Id">The rule; grows with the time at which it was made.</param>
public sealed record RuleKey(Guid Id);
