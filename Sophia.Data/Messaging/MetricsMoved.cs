using System.Text.Json.Serialization;

namespace Sophia.Data.Messaging;

/// <summary>The notice that figures changed. It holds no figures: whoever needs them reads them, in the reader's own scope.</summary>
/// <param name="Sequence">The movement's number; each is higher than the one before.</param>
/// <param name="Metrics">The keys of the metrics that moved.</param>
/// <param name="Times">When it came about.</param>
public sealed record MetricsMoved(long Sequence, IReadOnlyList<string> Metrics, MovementTimes? Times)
{
    /// <summary>The span that sent it, as <c>traceparent</c> of W3C Trace Context; null where nothing is traced. It travels in the message's headers.</summary>
    [JsonIgnore]
    public string? TraceParent { get; init; }
}
