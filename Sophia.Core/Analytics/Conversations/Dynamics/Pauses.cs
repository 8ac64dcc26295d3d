namespace Sophia.Core.Analytics.Conversations.Dynamics;

/// <summary>How people take over from one another, in calls with times.</summary>
internal static class Pauses
{
    // Recorders cut up to this late; less is no interruption.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMilliseconds(300);

    /// <summary>The middle pause before a speaker answers, and how often the speaker interrupts.</summary>
    public static (TimeSpan? Patience, int Interruptions) Of(string speaker, IReadOnlyList<TranscriptSegment> segments, IReadOnlyList<Turn> turns)
    {
        var pauses = new List<TimeSpan>();
        var interruptions = 0;
        foreach (var (before, turn) in turns.Zip(turns.Skip(1)).Where(pair => pair.Second.Speaker == speaker))
        {
            if (segments[turn.FirstSegment].Start - segments[before.LastSegment].End is { } pause)
            {
                pauses.Add(pause > TimeSpan.Zero ? pause : TimeSpan.Zero);
                interruptions += pause < -s_tolerance ? 1 : 0;
            }
        }

        pauses.Sort();
        return (pauses.Count == 0 ? null : (pauses[(pauses.Count - 1) / 2] + pauses[pauses.Count / 2]) / 2, interruptions);
    }
}
