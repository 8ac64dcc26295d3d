using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sophia.LocalHost.Running;

/// <summary>One health check of a resource.</summary>
/// <param name="Name">The check.</param>
/// <param name="Status">Its verdict.</param>
/// <param name="Description">Its reason, in words.</param>
/// <param name="Progress">How far a load has come, 0 to 1; null when the check speaks of none.</param>
internal sealed record HealthEntry(string Name, HealthStatus Status, string? Description = null, double? Progress = null)
{
    /// <summary>When it was last asked.</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>How long the answer took, in milliseconds; null when the check does not say.</summary>
    public double? Duration { get; init; }

    /// <summary>What it threw: type and message; null when nothing.</summary>
    public string? Exception { get; init; }
}
