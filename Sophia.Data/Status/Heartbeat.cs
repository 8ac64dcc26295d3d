using Sophia.Core.Status;

namespace Sophia.Data.Status;

/// <summary>A running copy of a service, by its own word.</summary>
public sealed record Heartbeat
{
    /// <summary>The service, for example <c>api</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The copy.</summary>
    public required string Instance { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last gave a sign of life.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>What its checks found then.</summary>
    public required IReadOnlyList<CheckStatus> Checks { get; init; }

    /// <summary>How long changes took to its readers; null where it has none or sent them nothing lately.</summary>
    public LatencyStatus? Latency { get; init; }
}
