using Sophia.Core.Analytics.Conversations.Dynamics;
using Sophia.Core.Analytics.Conversations.Findings;
using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Core.Analytics.Conversations.Topics;

namespace Sophia.Core.Analytics.Conversations;

/// <summary>What a conversation holds. Each finding points at the segment it comes from.</summary>
public sealed record ConversationAnalysis
{
    /// <summary>Whether the segments have times. Without, shares are of words, and what needs a clock is null.</summary>
    public required bool IsTimed { get; init; }

    /// <summary>The people, by their share, largest first.</summary>
    public required IReadOnlyList<SpeakerTalk> Speakers { get; init; }

    /// <summary>Our side's part of the talk of both sides, 0..1; null where the sides are not known or said nothing.</summary>
    public required double? TalkRatio { get; init; }

    /// <summary>The longest turn of all, by time or else by words; null where nothing was said.</summary>
    public required Turn? LongestMonologue { get; init; }

    /// <summary>How often the speaker changed.</summary>
    public required int SpeakerChanges { get; init; }

    /// <summary>Speaker changes for each minute of the call; null without times.</summary>
    public required double? Interactivity { get; init; }

    /// <summary>How the conversation sounds, segment by segment and over its course.</summary>
    public required SentimentCourse Sentiment { get; init; }

    /// <summary>What it was about.</summary>
    public required IReadOnlyList<KeyTerm> Terms { get; init; }

    /// <summary>Reasons not to buy.</summary>
    public required IReadOnlyList<Objection> Objections { get; init; }

    /// <summary>Where competitors were named.</summary>
    public required IReadOnlyList<Mention> Competitors { get; init; }

    /// <summary>Where money was talked about.</summary>
    public required IReadOnlyList<Mention> Pricing { get; init; }

    /// <summary>What is to be done.</summary>
    public required IReadOnlyList<NextStep> NextSteps { get; init; }

    /// <summary>The sentences that say most of it, word for word and in order.</summary>
    public required IReadOnlyList<Evidence> Summary { get; init; }
}
