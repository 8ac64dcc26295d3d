using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Status;

/// <summary>What the server sends on <c>/ws/status</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Snapshot), "snapshot")]
[JsonDerivedType(typeof(Change), "change")]
[JsonDerivedType(typeof(Refusal), "error")]
public abstract record StatusMessage
{
    private StatusMessage()
    {
    }

    /// <summary>Everything; the first message.</summary>
    public sealed record Snapshot : StatusMessage
    {
        /// <summary>1; each change has the next number.</summary>
        public required long Sequence { get; init; }

        /// <summary>The status.</summary>
        public required SystemStatus Data { get; init; }
    }

    /// <summary>What is different since the last message; a slow reader may find several changes in one.</summary>
    public sealed record Change : StatusMessage
    {
        /// <summary>One more than that of the last message.</summary>
        public required long Sequence { get; init; }

        /// <summary>The whole in one word.</summary>
        public required ServiceHealth Health { get; init; }

        /// <summary>The services that are different, each whole; null where none is.</summary>
        public required IReadOnlyList<ServiceStatus>? Services { get; init; }

        /// <summary>All sources, or null where none is different.</summary>
        public required IReadOnlyList<SourceFreshness>? Sources { get; init; }

        /// <summary>The latency, or null where it is no different.</summary>
        public required LatencyStatus? Latency { get; init; }

        /// <summary>All notices, or null where none is different.</summary>
        public required IReadOnlyList<MaintenanceNotice>? Maintenance { get; init; }
    }

    /// <summary>The channel takes no requests; it stays open.</summary>
    public sealed record Refusal : StatusMessage
    {
        /// <summary>What is wrong, per field.</summary>
        public required IReadOnlyDictionary<string, string[]> Errors { get; init; }
    }
}
