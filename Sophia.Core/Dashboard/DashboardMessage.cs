using System.Text.Json.Serialization;

namespace Sophia.Core.Dashboard;

/// <summary>What the server sends on <c>/ws/dashboard</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Snapshot), "snapshot")]
[JsonDerivedType(typeof(Change), "change")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(FreshnessChange), "freshness")]
[JsonDerivedType(typeof(Refusal), "error")]
public abstract record DashboardMessage
{
    private DashboardMessage()
    {
    }

    /// <summary>The subscription that the message belongs to, or null for a refusal of something unreadable.</summary>
    public required string? Id { get; init; }

    /// <summary>All metrics of the subscription.</summary>
    public sealed record Snapshot : DashboardMessage
    {
        /// <summary>The figures; <see cref="DashboardMetrics.Sequence"/> is what to resume by.</summary>
        public required DashboardMetrics Data { get; init; }
    }

    /// <summary>The newest values of the metrics that moved since the last message. A slow reader may find several movements in one.</summary>
    public sealed record Change : DashboardMessage
    {
        /// <summary>The figures, of the moved metrics only.</summary>
        public required DashboardMetrics Data { get; init; }

        /// <summary>The trace of the newest of the movements, as W3C Trace Context writes it; left out where nothing is traced.</summary>
        [JsonPropertyName("traceparent")]
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? TraceParent { get; init; }
    }

    /// <summary>Nothing moved since the sequence that the client resumed by.</summary>
    public sealed record Resumed : DashboardMessage
    {
        /// <summary>The present sequence.</summary>
        public required long Sequence { get; init; }
    }

    /// <summary>The sources' freshness changed while the figures did not.</summary>
    public sealed record FreshnessChange : DashboardMessage
    {
        /// <summary>The new freshness.</summary>
        public required Freshness Freshness { get; init; }
    }

    /// <summary>A request could not be carried out; the connection stays open.</summary>
    public sealed record Refusal : DashboardMessage
    {
        /// <summary>What is wrong, per field.</summary>
        public required IReadOnlyDictionary<string, string[]> Errors { get; init; }
    }
}
