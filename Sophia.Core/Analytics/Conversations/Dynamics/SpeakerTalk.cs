namespace Sophia.Core.Analytics.Conversations.Dynamics;

/// <summary>How one person took part.</summary>
/// <param name="Speaker">Who.</param>
/// <param name="Side">Whose side.</param>
/// <param name="Words">How many words the person said.</param>
/// <param name="Talked">How long; null where the call has no times.</param>
/// <param name="Share">The person's part of all talk, 0..1: of its time, or of its words where there are no times. Null where nobody said anything.</param>
/// <param name="LongestMonologue">The longest turn, by time or else by words; null where the person only listened.</param>
/// <param name="Questions">The questions asked.</param>
/// <param name="Fillers">How many filler words ("um", "you know").</param>
/// <param name="Patience">The middle pause before the person answers somebody else; null without times or where the person never answers.</param>
/// <param name="Interruptions">How often the person began while somebody else was still speaking; null without times.</param>
/// <param name="Sentiment">The mean sentiment of what the person said, -1..1, longer segments counting more; null where there is too little to tell.</param>
public sealed record SpeakerTalk(
    string Speaker, SpeakerSide Side, int Words, TimeSpan? Talked, double? Share, Turn? LongestMonologue, IReadOnlyList<Evidence> Questions, int Fillers,
    TimeSpan? Patience, int? Interruptions, double? Sentiment)
{
    /// <summary>Fillers for each hundred words; null below 20 words.</summary>
    public double? FillersPerHundredWords => Words < 20 ? null : Fillers * 100.0 / Words;
}
