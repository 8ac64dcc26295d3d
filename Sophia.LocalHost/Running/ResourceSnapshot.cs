using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sophia.LocalHost.Running;

/// <summary>What is known about a resource at one moment.</summary>
internal sealed record ResourceSnapshot(string Name, string Type)
{
    /// <summary>One of <see cref="ResourceState"/>, or <c>Restarting in 4 s (exit 139)</c>.</summary>
    public string State { get; init; } = ResourceState.NotStarted;

    /// <summary>The project that this is a replica of; null for everything else.</summary>
    public string? Parent { get; init; }

    /// <summary>How many replicas a project has; null for everything else.</summary>
    public int? Replicas { get; init; }

    /// <summary>How many of a project's replicas are ready; null for everything else.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>What it is waiting for or busy with; null when nothing.</summary>
    public string? Message { get; init; }

    /// <summary>The worst of the checks; null before the first answer.</summary>
    public HealthStatus? Health => HealthReports.Count == 0 ? null : HealthReports.Min(report => report.Status);

    public IReadOnlyList<HealthEntry> HealthReports { get; init; } = [];

    public IReadOnlyList<string> Urls { get; init; } = [];

    public int? Pid { get; init; }

    public DateTimeOffset? Started { get; init; }

    public int Restarts { get; init; }

    /// <summary>How the process before ended; 128 + signal when killed.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether those that wait for it may start.</summary>
    internal bool IsReady => ReadyReplicas is { } ready ? ready > 0 : State == ResourceState.Running && Health is HealthStatus.Healthy or HealthStatus.Degraded;

    /// <summary>A load that is under way; null when none is.</summary>
    internal HealthEntry? Load => HealthReports.FirstOrDefault(report => report.Progress is < 1);
}
