namespace Sophia.Dashboard.Resources;

/// <summary>One health check of a resource.</summary>
/// <param name="Name">The check.</param>
/// <param name="Status">Healthy, Degraded or Unhealthy.</param>
/// <param name="Description">Its reason, in words.</param>
/// <param name="Progress">How far a load has come, 0 to 1.</param>
/// <param name="LastRun">When it was last asked.</param>
/// <param name="Exception">What it threw.</param>
/// <param name="Duration">How long the answer took, in milliseconds.</param>
public sealed record ResourceHealth(
    string Name, string Status, string? Description = null, double? Progress = null,
    DateTimeOffset? LastRun = null, string? Exception = null, double? Duration = null);
