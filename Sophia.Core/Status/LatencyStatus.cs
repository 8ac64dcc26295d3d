namespace Sophia.Core.Status;

/// <summary>How long a change took from Sophia's hearing of it to its readers, as measured on the latest changes that were sent.</summary>
public sealed record LatencyStatus
{
    /// <summary>How many messages to readers were measured.</summary>
    public required int Samples { get; init; }

    /// <summary>When the last of them was sent.</summary>
    public required DateTimeOffset MeasuredAt { get; init; }

    /// <summary>From the event log's entry to the figures.</summary>
    public required LatencyQuantiles RecordedToProjected { get; init; }

    /// <summary>From the figures to the reader's socket.</summary>
    public required LatencyQuantiles ProjectedToSent { get; init; }

    /// <summary>The whole way.</summary>
    public required LatencyQuantiles RecordedToSent { get; init; }
}
