namespace Sophia.Integrations.BambooHr.Client.Messages;

/// <summary>Who changed since a moment.</summary>
/// <param name="Latest">The last of the changes.</param>
/// <param name="Employees">The changes by the employee's id.</param>
internal sealed record ChangedAnswer(DateTimeOffset? Latest, IReadOnlyDictionary<string, ChangedEmployee>? Employees);
