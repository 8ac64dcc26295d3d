using Sophia.Core.Dashboard;

namespace Sophia.Core.Status;

/// <summary>How Sophia is: the body of <c>GET /api/v1/status</c> and of messages on <c>/ws/status</c>.</summary>
public sealed record SystemStatus
{
    /// <summary>The whole in one word: unhealthy where figures cannot be had or do not move any more, degraded where anything else is wrong.</summary>
    public required ServiceHealth Health { get; init; }

    /// <summary>Sophia's services and the servers that they need.</summary>
    public required IReadOnlyList<ServiceStatus> Services { get; init; }

    /// <summary>The connected source systems.</summary>
    public required IReadOnlyList<SourceFreshness> Sources { get; init; }

    /// <summary>How long changes take to reach readers, at the slowest replica; null while none was sent lately.</summary>
    public required LatencyStatus? Latency { get; init; }

    /// <summary>Work that goes on or begins within a week, the earliest first.</summary>
    public required IReadOnlyList<MaintenanceNotice> Maintenance { get; init; }
}
