namespace Sophia.Core.Status;

/// <summary>What one check of an instance found.</summary>
/// <param name="Name">The check, for example <c>cache</c>.</param>
/// <param name="Health">How what it looks at is.</param>
/// <param name="Description">What it found, in words, or null where there is nothing to say.</param>
/// <param name="Milliseconds">How long it took: for a server, its answer time.</param>
public sealed record CheckStatus(string Name, ServiceHealth Health, string? Description, double Milliseconds);
