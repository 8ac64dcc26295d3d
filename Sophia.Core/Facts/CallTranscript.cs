namespace Sophia.Core.Facts;

/// <summary>What was said in a call. Its <see cref="Fact.Key"/> is the call's.</summary>
public sealed record CallTranscript : Fact
{
    /// <summary>What was said, in order.</summary>
    public required IReadOnlyList<CallSegment> Segments { get; init; }

    /// <summary>The mean sentiment of what was said, -1 to 1, or null where nothing that can be judged was said.</summary>
    public required decimal? Sentiment { get; init; }
}
