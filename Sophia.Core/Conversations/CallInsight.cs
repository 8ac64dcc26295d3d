using Sophia.Core.Facts;

namespace Sophia.Core.Conversations;

/// <summary>A call, and what was found in it.</summary>
public sealed record CallInsight
{
    /// <summary>The call's id in its source.</summary>
    public required string Id { get; init; }

    /// <summary>The title, or null where the source has none.</summary>
    public required string? Title { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it was, in seconds.</summary>
    public required long DurationSeconds { get; init; }

    /// <summary>With whom.</summary>
    public required CallType Type { get; init; }

    /// <summary>Who called whom: unknown, inbound, outbound or conference.</summary>
    public required string Direction { get; init; }

    /// <summary>The host's user in the source, or null.</summary>
    public required string? HostId { get; init; }

    /// <summary>Who took part.</summary>
    public required IReadOnlyList<CallParticipant> Participants { get; init; }

    /// <summary>The deals that it was about, as the CRM names them.</summary>
    public required IReadOnlyList<string> DealIds { get; init; }

    /// <summary>The account that it was about, as the CRM names it, or null.</summary>
    public required string? AccountId { get; init; }

    /// <summary>Our part of both sides' talk, 0 to 1, or null where it was not measured.</summary>
    public required decimal? TalkRatio { get; init; }

    /// <summary>The mean sentiment of what was said, -1 to 1, or null without a transcript.</summary>
    public required decimal? Sentiment { get; init; }

    /// <summary>What it was about, and for how long in seconds.</summary>
    public required IReadOnlyList<CallTopic> Topics { get; init; }

    /// <summary>Whether there is a transcript.</summary>
    public required bool HasTranscript { get; init; }

    /// <summary>What was found in the transcript, or null where there is none or it is not analysed yet.</summary>
    public required CallFindings? Analysis { get; init; }
}
