namespace Sophia.Dashboard.Resources;

/// <summary>How a command went.</summary>
/// <param name="Done">Whether it was carried out.</param>
/// <param name="Reason">Why not.</param>
public sealed record CommandOutcome(bool Done, string? Reason = null);
