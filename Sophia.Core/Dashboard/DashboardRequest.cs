using System.Text.Json.Serialization;

namespace Sophia.Core.Dashboard;

/// <summary>What a client sends on <c>/ws/dashboard</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Subscribe), "subscribe")]
[JsonDerivedType(typeof(Unsubscribe), "unsubscribe")]
public abstract record DashboardRequest
{
    private DashboardRequest()
    {
    }

    /// <summary>The client's own name for the subscription; subscribing again under it replaces it.</summary>
    public required string Id { get; init; }

    /// <summary>Asks for a snapshot and then for every change of metrics.</summary>
    public sealed record Subscribe : DashboardRequest
    {
        /// <summary>Metric keys or patterns, for example <c>revenue.*</c>.</summary>
        public required IReadOnlyList<string> Metrics { get; init; }

        /// <summary>The first day (yyyy-MM-dd), or null as in <c>GET /api/v1/dashboard/metrics</c>.</summary>
        public string? From { get; init; }

        /// <summary>The last day (yyyy-MM-dd), or null for today, which then moves with the calendar.</summary>
        public string? To { get; init; }

        /// <summary>As in <c>GET /api/v1/dashboard/metrics</c>.</summary>
        public string? Granularity { get; init; }

        /// <summary>As in <c>GET /api/v1/dashboard/metrics</c>.</summary>
        public string? GroupBy { get; init; }

        /// <summary>As in <c>GET /api/v1/dashboard/metrics</c>.</summary>
        public string? Compare { get; init; }

        /// <summary>As in <c>GET /api/v1/dashboard/metrics</c>.</summary>
        public string? Filter { get; init; }

        /// <summary>
        /// The last sequence that the client has seen of this subscription: it then gets only what moved since, not a
        /// snapshot. Null, or one that the server cannot know, gives a snapshot.
        /// </summary>
        public long? LastSequence { get; init; }
    }

    /// <summary>Ends a subscription.</summary>
    public sealed record Unsubscribe : DashboardRequest;
}
