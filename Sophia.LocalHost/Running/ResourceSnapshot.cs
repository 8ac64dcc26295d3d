using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sophia.LocalHost.Running;

/// <summary>What is known about a resource at one moment.</summary>
internal sealed record ResourceSnapshot(string Name, string Type)
{
    /// <summary>One of <see cref="ResourceState"/>, or <c>Restarting in 4 s (exit 139)</c>.</summary>
    public string State { get; init; } = ResourceState.NotStarted;

    /// <summary>The project that this is a replica of; null for everything else.</summary>
    public string? ReplicaOf { get; init; }

    /// <summary>How many replicas the project has; null where the application does not say that it can have several.</summary>
    public int? Replicas { get; init; }

    /// <summary>How many replicas the project can have at most; null where it has no more than one.</summary>
    public int? MaxReplicas { get; init; }

    /// <summary>How many of a project's replicas are ready; null for everything else.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>The project's name in telemetry (<c>service.name</c>); null for what sends none.</summary>
    public string? Service { get; init; }

    /// <summary>The process's name in telemetry (<c>service.instance.id</c>).</summary>
    public string? InstanceId { get; init; }

    /// <summary>Whether it is gone for good; who watches sees that once.</summary>
    public bool Removed { get; init; }

    /// <summary>What it is waiting for or busy with; null when nothing.</summary>
    public string? Message { get; init; }

    /// <summary>The worst of the checks; null before the first answer.</summary>
    public HealthStatus? Health => HealthReports.Count == 0 ? null : HealthReports.Min(report => report.Status);

    public IReadOnlyList<HealthEntry> HealthReports { get; init; } = [];

    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>What it needs.</summary>
    public IReadOnlyList<ResourceReference> References { get; init; } = [];

    /// <summary>Which of <c>start</c>, <c>stop</c> and <c>restart</c> make sense now.</summary>
    public IReadOnlyList<string> Commands => State switch
    {
        ResourceState.NotStarted or ResourceState.Exited => ["start"],
        ResourceState.Stopping => [],
        _ => ["stop", "restart"],
    };

    /// <summary>The share of one core that its processes use, 0.37 for 37 %; null until it has been measured twice.</summary>
    public double? Cpu { get; init; }

    /// <summary>The bytes of memory of its processes: their proportional set size, in which shared pages are divided among those who share them.</summary>
    public long? Memory { get; init; }

    /// <summary>When <see cref="Cpu"/> was measured; memory changes less often.</summary>
    public DateTimeOffset? Sampled { get; init; }

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
