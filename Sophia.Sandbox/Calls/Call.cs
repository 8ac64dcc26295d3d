using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Calls;

/// <summary>
/// A call as the company remembers it. Who took part, what was said and how long is not kept: it is made again from
/// <see cref="Number"/> whenever somebody asks, the same each time.
/// </summary>
internal sealed record Call
{
    /// <summary>Up to 20 digits, as Gong gives them.</summary>
    public required ulong Id { get; init; }

    /// <summary>The call's own number, from which everything else about it is drawn.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required int DurationSeconds { get; init; }

    public required CallKind Kind { get; init; }

    public required CallMood Mood { get; init; }

    /// <summary>The employee who called or invited.</summary>
    public required long HostId { get; init; }

    /// <summary>The deal that it is about, in calls with customers.</summary>
    public long? DealId { get; init; }

    /// <summary>The company that was talked to.</summary>
    public long? CompanyId { get; init; }

    /// <summary>What is sold.</summary>
    public ProductLine? ProductLine { get; init; }

    /// <summary>In US dollars, as it was spoken of.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Whether it was written down word for word.</summary>
    public bool HasTranscript { get; init; }

    /// <summary>Whether its recording has been analysed: topics and talk times come some time after the call.</summary>
    public bool IsAnalysed { get; init; }

    public bool IsInternal => Kind == CallKind.Internal;

    public DateTimeOffset EndedAt => StartedAt.AddSeconds(DurationSeconds);
}
