namespace Sophia.Core.Alerts;

/// <summary>Somebody takes care of an alert.</summary>
/// <param name="By">Who.</param>
public sealed record Acknowledgement(string? By);
