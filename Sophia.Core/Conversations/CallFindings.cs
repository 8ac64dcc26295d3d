namespace Sophia.Core.Conversations;

/// <summary>What the analysis of one transcript gave.</summary>
public sealed record CallFindings
{
    /// <summary>Objections, competitors, prices and next steps, in the order of the call.</summary>
    public required IReadOnlyList<CallFinding> Findings { get; init; }

    /// <summary>Our longest stretch without a break in seconds, or null where we said nothing.</summary>
    public required double? LongestMonologueSeconds { get; init; }

    /// <summary>Changes of speaker for each minute, or null without times.</summary>
    public required double? Interactivity { get; init; }

    /// <summary>Questions that our side asked.</summary>
    public required int OurQuestions { get; init; }

    /// <summary>Questions that the other side asked.</summary>
    public required int TheirQuestions { get; init; }

    /// <summary>What it was about, the most telling first.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>The sentences that say most of it, word for word and in order.</summary>
    public required IReadOnlyList<string> Summary { get; init; }
}
